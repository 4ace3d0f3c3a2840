package holdfast_test

import (
	"bufio"
	"bytes"
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	holdfast "holdfast.dev/go"
)

// A real daemon process on a folder of its own, reached over its Unix socket.
type daemon struct {
	folder  string
	address string
	process *exec.Cmd
	log     *lockedBuffer
	// Closed when the process has ended.
	exited chan struct{}
}

type lockedBuffer struct {
	mutex  sync.Mutex
	buffer bytes.Buffer
}

func (b *lockedBuffer) Write(bytes []byte) (int, error) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	return b.buffer.Write(bytes)
}

func (b *lockedBuffer) String() string {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	return b.buffer.String()
}

var serves = regexp.MustCompile(`serves on ([^ ,]+)`)

// A daemon of the test's own; HOLDFAST_TEST_DAEMON names its main.js. Short folder names, for a socket's path is at most 107
// bytes.
func startDaemon(t testing.TB) *daemon {
	t.Helper()
	folder, err := os.MkdirTemp("", "hf-")
	if err != nil {
		t.Fatal(err)
	}
	key := make([]byte, 32)
	_, _ = rand.Read(key)
	if err := os.WriteFile(filepath.Join(folder, "master.key"), []byte(hex.EncodeToString(key)+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	d := &daemon{folder: folder}
	d.start(t)
	t.Cleanup(func() {
		d.kill()
		_ = os.RemoveAll(folder)
	})
	return d
}

// Also after kill, on the same folder.
func (d *daemon) start(t testing.TB) {
	t.Helper()
	main := os.Getenv("HOLDFAST_TEST_DAEMON")
	if main == "" {
		main = filepath.Join("..", "..", "dist", "src", "main.js")
	}
	d.process = exec.Command("node", main, "--state-dir", filepath.Join(d.folder, "state"),
		"--master-key-file", filepath.Join(d.folder, "master.key"))
	d.log = &lockedBuffer{}
	d.process.Stderr = d.log
	out, err := d.process.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := d.process.Start(); err != nil {
		t.Fatalf("the daemon cannot be started (node %s): %v", main, err)
	}
	d.exited = make(chan struct{})
	address := make(chan string, 1)
	go func(process *exec.Cmd, exited chan struct{}) {
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			if found := serves.FindStringSubmatch(lines.Text()); found != nil {
				address <- found[1]
			}
		}
		_ = process.Wait()
		close(exited)
	}(d.process, d.exited)
	select {
	case d.address = <-address:
	case <-d.exited:
		t.Fatalf("the daemon did not start: %s", d.log)
	}
}

// SIGKILL.
func (d *daemon) kill() {
	_ = d.process.Process.Kill()
	<-d.exited
}

// Stops it, puts one of its backups in the place of its database, and starts it again.
func (d *daemon) restore(t testing.TB, backup string) {
	t.Helper()
	_ = d.process.Process.Signal(os.Interrupt)
	<-d.exited
	state := filepath.Join(d.folder, "state")
	cli := filepath.Join(filepath.Dir(d.process.Args[1]), "cli", "main.js")
	path := filepath.Join(state, "backups", backup+".db")
	if out, err := exec.Command("node", cli, "--state-dir", state, "restore", path, "--force").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	d.start(t)
}

// Tests that do nothing to the daemon itself share one; each has agents of its own.
var (
	shared     *daemon
	sharedOnce sync.Once
	agents     atomic.Int64
)

func TestMain(m *testing.M) {
	if os.Getenv(crashingAgent) != "" {
		runCrashingAgent()
		return
	}
	code := m.Run()
	if shared != nil {
		shared.kill()
		_ = os.RemoveAll(shared.folder)
	}
	os.Exit(code)
}

// Hands the shared daemon's clean-up to TestMain.
type keeping struct{ testing.TB }

func (keeping) Cleanup(func()) {}

func sharedDaemon(t testing.TB) *daemon {
	t.Helper()
	sharedOnce.Do(func() { shared = startDaemon(keeping{t}) })
	if shared == nil {
		t.Fatal("the shared daemon did not start")
	}
	return shared
}

func agentName(t testing.TB) string {
	return fmt.Sprintf("%.40s-%d", strings.NewReplacer("/", ".", "_", "-").Replace(t.Name()), agents.Add(1))
}

// A client of the daemon with an agent of its own, or of the options' agent.
func connect(t testing.TB, d *daemon, options holdfast.Options) *holdfast.Client {
	t.Helper()
	if options.Address == "" {
		options.Address = d.address
	}
	if options.AgentID == "" {
		options.AgentID = agentName(t)
	}
	client, err := holdfast.New(options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = client.Close() })
	return client
}

// A context that ends with the test, and long before the test's own limit.
func testContext(t testing.TB) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	t.Cleanup(cancel)
	return ctx
}

func must[T any](value T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}
