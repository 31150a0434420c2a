package read

import "slices"

// worthy drops what is told too weakly to be entered.
func (r *rooms) worthy(found []*occurrence) []*occurrence {
	return slices.DeleteFunc(found, func(o *occurrence) bool { return false })
}
