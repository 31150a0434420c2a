package sqlstore

import (
	"encoding/json"
	"fmt"
	"slices"
	"sync"

	"dateline"

	"github.com/klauspost/compress/s2"
	"github.com/klauspost/compress/zstd"
)

// maxUnpacked bounds what a blob of the database may unpack to.
const maxUnpacked = 256 << 20

// sample is what the JSON of an event looks like: the dictionary that makes
// small blobs small. It must never change, or old blobs can no longer be read;
// a new one gets a new number.
const sample = `{"id":"e1","type":"CONSULT","mode":"visit","cameo":"042","trigger":"visit","actors":[{"id":"p:","name":"","state":"USA","office":"foreign minister"},{"id":"s:CHN","name":"China","state":"CHN"}],"recipients":[{"name":"","state":""}],"recipients":[],"place":{"name":"","state":"","lat":0,"lon":0},"place":null,"when":{"earliest":"2020-01-01","latest":"2020-01-01","edtf":"2020-01-01","text":"on Monday"},"when":null,"status":"happened","status":"planned","confidence":0.8,"source":null,"source":{"name":"","state":""},"evidence":[{"start":0,"end":100,"text":"The president said the minister would meet with on "}],"relations":[{"kind":"part-of","event":"e2"}]}`

const sampleID = 1

// packed is the first byte of an event packed by S2 with the sample: nearly as
// small as by zstd, which takes some thirty times as long. Older ledgers have zstd,
// which begins otherwise.
const packed = 1

var (
	dict    = sync.OnceValue(func() *s2.Dict { return s2.MakeDict([]byte(sample), nil) })
	encoder = sync.OnceValues(func() (*zstd.Encoder, error) {
		return zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderCRC(false))
	})
	decoder = sync.OnceValues(func() (*zstd.Decoder, error) {
		return zstd.NewReader(nil, zstd.WithDecoderDictRaw(sampleID, []byte(sample)), zstd.WithDecoderMaxMemory(maxUnpacked), zstd.WithDecoderConcurrency(0))
	})
)

func packText(text string) ([]byte, error) {
	enc, err := encoder()
	if err != nil {
		return nil, err
	}
	return enc.EncodeAll([]byte(text), nil), nil
}

func unpack(b []byte) ([]byte, error) {
	if len(b) > 0 && b[0] == packed {
		if n, err := s2.DecodedLen(b[1:]); err != nil || n > maxUnpacked {
			return nil, fmt.Errorf("a packed event of %d bytes: %w", n, err)
		}
		return dict().Decode(nil, b[1:])
	}
	dec, err := decoder()
	if err != nil {
		return nil, err
	}
	return dec.DecodeAll(b, nil)
}

// packEvent packs an event without the words of its evidence, which stand in the
// article's text.
func packEvent(e *dateline.Event, text string) ([]byte, error) {
	short := *e
	short.Evidence = slices.Clone(e.Evidence)
	for i, ev := range short.Evidence {
		if inside(ev, text) && text[ev.Start:ev.End] == ev.Text {
			short.Evidence[i].Text = ""
		}
	}
	b, err := json.Marshal(&short)
	if err != nil {
		return nil, err
	}
	return append([]byte{packed}, dict().Encode(nil, b)...), nil
}

func inside(e dateline.Evidence, text string) bool {
	return 0 <= e.Start && e.Start <= e.End && e.End <= len(text)
}

// unpackEvent unpacks an event; text gives the article's.
func unpackEvent(b []byte, text func() (string, error)) (e dateline.Event, err error) {
	raw, err := unpack(b)
	if err != nil {
		return e, err
	}
	if err := json.Unmarshal(raw, &e); err != nil {
		return e, err
	}
	for i := range e.Evidence {
		ev := &e.Evidence[i]
		if ev.Text != "" || ev.Start == ev.End {
			continue
		}
		t, err := text()
		if err != nil {
			return e, err
		}
		if inside(*ev, t) {
			ev.Text = t[ev.Start:ev.End]
		}
	}
	return e, nil
}
