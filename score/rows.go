package score

import (
	"bufio"
	"encoding/json"
	"os"
)

// maxRow is the longest line of a file of rows, in bytes.
const maxRow = 1 << 20

// eachRow calls f for every line of a file of JSON lines.
func eachRow[T any](path string, f func(row *T) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, maxRow)
	for lines.Scan() {
		var row T
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			return err
		}
		if err := f(&row); err != nil {
			return err
		}
	}
	return lines.Err()
}
