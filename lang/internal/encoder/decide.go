package encoder

import "dateline/lang/internal/matrix"

// arcLimit keeps the products of two vectors of up to 1,024 integers in 31 bits.
const arcLimit = 1400

// decide runs the heads and writes the annotations.
func (m *Model) decide(s *scratch, pieces []piece) {
	c := &m.conf
	n, top, width := s.tokens, 2*c.Hidden, c.Heads()
	tag, ent := 2*c.Arc, 2*c.Arc+c.Tag
	rd := ent + c.Ent
	low := append([]float32(nil), m.tagsLow.times(s, &s.y, s.hq[0], n, top, nil)...)
	z := m.heads.times(s, &s.gates, s.hq[1], n, top, nil)
	for i := range n {
		row := z[i*width : (i+1)*width]
		for j, v := range low[i*c.Tag : (i+1)*c.Tag] {
			row[tag+j] += v
		}
		for j, v := range row[:rd] {
			row[j] = max(v, 0)
		}
	}
	m.decideTags(s, pieces, m.part(s, &m.tags, z, tag, c.Tag))
	m.decideNames(s, pieces, m.part(s, &m.ents, z, ent, c.Ent))
	m.decideArcs(s, pieces, z)
	m.decideRels(s, pieces, z)
}

// part multiplies a slice of each row of z.
func (m *Model) part(s *scratch, l *linear, z []float32, at, width int) []float32 {
	stride := m.conf.Heads()
	q, sc := grow(&s.in, s.tokens*width), grow(&s.scales, s.tokens)
	for i := range s.tokens {
		sc[i] = matrix.Quantize(q[i*width:(i+1)*width], z[i*stride+at:i*stride+at+width], l.limit)
	}
	return l.times(s, &s.y, q, s.tokens, width, sc)
}

func highest(scores []float32) int {
	b := 0
	for j, v := range scores {
		if v > scores[b] {
			b = j
		}
	}
	return b
}

func (m *Model) decideTags(s *scratch, pieces []piece, y []float32) {
	c := &m.conf
	a, b := Pad(len(c.UPOS)), Pad(len(c.UPOS))+Pad(len(c.XPOS))
	i := 0
	for _, p := range pieces {
		for t := range p.forms {
			row := y[i*m.tags.N : (i+1)*m.tags.N]
			p.to.UPOS[p.at+t] = c.UPOS[highest(row[:len(c.UPOS)])]
			p.to.XPOS[p.at+t] = c.XPOS[highest(row[a:a+len(c.XPOS)])]
			p.to.Feats[p.at+t] = c.Feats[highest(row[b:b+len(c.Feats)])]
			i++
		}
	}
}

func (m *Model) decideNames(s *scratch, pieces []piece, y []float32) {
	for k, p := range pieces {
		tags := BestTags(y[s.start[k]*m.ents.N:], len(p.forms), m.ents.N, m.allowed)
		for t, g := range tags {
			p.to.Ent[p.at+t] = m.conf.Ents[g]
		}
	}
}

// decideArcs scores all pairs of a sentence by exact inner products.
func (m *Model) decideArcs(s *scratch, pieces []piece, z []float32) {
	a, stride := m.conf.Arc, m.conf.Heads()
	query := m.part(s, &m.arc, z, 0, a)
	q := grow(&s.in, a)
	for k, p := range pieces {
		n, first := len(p.forms), s.start[k]
		keys, scales := grow(&s.keys, (n+1)*a), grow(&s.keyS, n+1)
		scales[0] = matrix.Quantize(keys[:a], m.rootArc, arcLimit)
		for i := range n {
			scales[i+1] = matrix.Quantize(keys[(i+1)*a:(i+2)*a], z[(first+i)*stride+a:][:a], arcLimit)
		}
		sc := grow(&s.arcs, n*(n+1))
		for i := range n {
			f := matrix.Quantize(q, query[(first+i)*a:(first+i+1)*a], arcLimit)
			for j := range n + 1 {
				sc[i*(n+1)+j] = float32(float32(matrix.IntDot(q, keys[j*a:(j+1)*a])) * float32(f*scales[j]))
			}
		}
		copy(p.to.Head[p.at:], Tree(sc, n))
	}
}

func (m *Model) decideRels(s *scratch, pieces []piece, z []float32) {
	c := &m.conf
	r, stride := c.RelHidden, c.Heads()
	rd := stride - 2*r
	rh := rd + r
	q, sc := grow(&s.in, s.tokens*r), grow(&s.scales, s.tokens)
	hid := grow(&s.z, r)
	i := 0
	for k, p := range pieces {
		for t := range p.forms {
			h := p.to.Head[p.at+t]
			head := m.rootRel
			if h >= 0 {
				head = z[(s.start[k]+h)*stride+rh:][:r]
			}
			d := Distance(t, h) * r
			dist, dep := m.distance[d:d+r], z[i*stride+rd:][:r]
			for j := range hid {
				hid[j] = max(dep[j]+head[j]+dist[j], 0)
			}
			sc[i] = matrix.Quantize(q[i*r:(i+1)*r], hid, m.rel.limit)
			i++
		}
	}
	y := m.rel.times(s, &s.y, q, s.tokens, r, sc)
	i = 0
	for _, p := range pieces {
		for t := range p.forms {
			row := y[i*m.rel.N:][:len(c.Rels)]
			if h := p.to.Head[p.at+t]; h >= 0 {
				p.to.Head[p.at+t] = h + p.at
				if m.root >= 0 {
					row[m.root] = -1e30 // only the root is called so
				}
				p.to.Rel[p.at+t] = c.Rels[highest(row)]
			} else {
				p.to.Rel[p.at+t] = "root"
			}
			i++
		}
	}
}
