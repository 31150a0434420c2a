// Command dateline reads dated news and keeps a sourced record of its events.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"dateline"
)

// Exit codes; `dateline read --help` and docs/cli tell them to users.
const (
	exitFailed      = 1   // some input could not be read, or a step failed
	exitUsage       = 2   // the command line is at fault
	exitInterrupted = 130 // Ctrl-C; what was finished is written
)

func main() { os.Exit(run()) }

// run is the whole program with its exit code, so that the scripts under
// testdata can call it.
func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends at once
	return finish(rootCmd().ExecuteContext(ctx), os.Stderr)
}

// errReported ends a command with code 1 after its messages have been written.
var errReported = errors.New("some inputs failed")

// finish writes the message of an error and gives the exit code.
func finish(err error, stderr io.Writer) int {
	if err == nil {
		return 0
	}
	var e *dateline.Error
	switch {
	case errors.Is(err, errReported):
		return exitFailed
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(stderr, "dateline: interrupted")
		return exitInterrupted
	case errors.As(err, &e) && e.Kind == dateline.Usage || strings.HasPrefix(err.Error(), "unknown command"):
		fmt.Fprintln(stderr, "dateline:", err)
		return exitUsage
	}
	fmt.Fprintln(stderr, "dateline:", err)
	return exitFailed
}

// usageError is what a wrong flag or argument ends in.
func usageError(cmd *cobra.Command, err error) error {
	return &dateline.Error{Kind: dateline.Usage, Op: cmd.CommandPath(), Err: err, Hint: "see " + cmd.CommandPath() + " --help"}
}

// args checks positional arguments and makes their error one of usage.
func args(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, a []string) error {
		if err := check(cmd, a); err != nil {
			return usageError(cmd, err)
		}
		return nil
	}
}
