using System.Diagnostics;
using System.Runtime.Intrinsics;
using DigitRecognition;
using NetDsl;

// What a native program costs: its size, the time until the first prediction, and how fast it then is.
TimeSpan untilMain = DateTime.Now - Process.GetCurrentProcess().StartTime;
long begun = Stopwatch.GetTimestamp();
var network = new LeNet5(seed: 1) { Threads = 1 };
var picture = new float[LeNet5.InputLength];
var probabilities = new float[LeNet5.OutputLength];
network.Predict(picture, probabilities);
TimeSpan firstPrediction = Stopwatch.GetElapsedTime(begun);

bool native = !File.Exists(Path.Combine(AppContext.BaseDirectory, "NativeAot.dll"));
string kind = native ? "native" : "just-in-time compiled, .NET's own files not counted";
int bits = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;
long bytes = native
    ? new FileInfo(Environment.ProcessPath!).Length
    : Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Sum(dll => new FileInfo(dll).Length);
Console.WriteLine($"size              {bytes / 1048576.0:F1} MB, {kind}");
Console.WriteLine($"start to Main     {untilMain.TotalMilliseconds:F0} ms");
Console.WriteLine($"first prediction  {firstPrediction.TotalMilliseconds:F1} ms, network made and parameters drawn");
Console.WriteLine($"later ones        {Microseconds(() => network.Predict(picture, probabilities)):F1} us, vectors of {bits} bits");

var pictures = new float[64 * LeNet5.InputLength];
var labels = new int[64];
using TrainingPass pass = network.CreateTrainingPass(batch: 64, threads: 1);
double step = Microseconds(() => pass.ForwardBackward(pictures, labels));
Console.WriteLine($"training          {step / 1000:F2} ms a step of 64 samples");

string saved = Path.Combine(Path.GetTempPath(), "native.safetensors");
network.Save(saved);
LeNet5.Load(saved).Predict(picture, probabilities);
Console.WriteLine($"saved and loaded  {new FileInfo(saved).Length:N0} bytes");
File.Delete(saved);

// The best of many, because other programs take the processor away.
static double Microseconds(Action action)
{
    double best = double.MaxValue;
    for (int i = 0; i < 200; i++)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMicroseconds);
    }

    return best;
}
