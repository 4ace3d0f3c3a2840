package holdfast_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func TestTheReadmesExampleRunsAsWritten(t *testing.T) {
	readme := string(must(os.ReadFile("README.md"))(t))
	source := string(must(os.ReadFile(filepath.Join("examples", "trading", "main.go")))(t))
	if !strings.Contains(readme, "```go\n"+source+"```\n") {
		t.Fatal("the README's example is not examples/trading/main.go")
	}
	program := filepath.Join(t.TempDir(), "trading")
	if out, err := exec.Command("go", "build", "-o", program, "./examples/trading").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	d := startDaemon(t)
	for run, placed := range []string{"true", "false"} {
		command := exec.Command(program)
		command.Env = append(os.Environ(), "HOLDFAST_ADDRESS="+d.address)
		out, err := command.CombinedOutput()
		if err != nil {
			t.Fatalf("run %d: %v: %s", run, err, out)
		}
		want := regexp.MustCompile(`^to reconcile: 0\nplaced now: ` + placed + ` map\[order:x-[a-z0-9-]+\]\nthe present version: 1\ncash: (975|1975)\nrevision 1 begins with \S+\n$`)
		if !want.Match(out) {
			t.Errorf("run %d:\n%s", run, out)
		}
	}
}
