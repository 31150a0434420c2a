package dateline_test

import (
	"os/exec"
	"testing"
)

// TestCIScriptParses holds that .ci/run is at least a script.
func TestCIScriptParses(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash")
	}
	if out, err := exec.Command(bash, "-n", ".ci/run").CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
