using System.Diagnostics;
using System.Runtime;
using NetDsl.Peers.OnnxRuntime;

namespace NetDsl.Peers;

/// <summary>What happens until a process has its first prediction.</summary>
internal static class StartUp
{
    public const string Task = "startup";
    public const string PeerTask = "startup-onnxruntime";

    /// <summary>
    /// Seconds from the start of the process until the program runs, to create the network, of the first prediction, of the second;
    /// then the JIT compiler's seconds and methods between creation and the end of the first prediction.
    /// </summary>
    public static double[] Measure(string name, double started)
    {
        Candidate candidate = Catalogue.Find(name).Single();
        TimeSpan compiling = JitInfo.GetCompilationTime();
        long methods = JitInfo.GetCompiledMethodCount();
        var watch = new Laps();
        Action predict = candidate.Load();
        double created = watch.Lap();
        predict();
        double first = watch.Lap();
        compiling = JitInfo.GetCompilationTime() - compiling;
        methods = JitInfo.GetCompiledMethodCount() - methods;
        watch.Lap();
        predict();
        return [started, created, first, watch.Lap(), compiling.TotalSeconds, methods];
    }

    /// <summary>
    /// Seconds from the start of the process until the program runs, to load ONNX Runtime's library, to create a session on a model
    /// that is in memory already, of the first run, of the second.
    /// </summary>
    public static double[] MeasurePeer(string name, string library, double started)
    {
        Candidate candidate = Catalogue.Find(name).Single();
        (Onnx.OnnxModel model, float[] input) = candidate.Model();
        var watch = new Laps();
        OnnxRuntimeApi api = OnnxRuntimeApi.Load(library);
        double loaded = watch.Lap();
        using var session = new OnnxRuntimeSession(api, model, threads: 1, input);
        double created = watch.Lap();
        session.Run();
        double first = watch.Lap();
        session.Run();
        return [started, loaded, created, first, watch.Lap()];
    }

    /// <summary>Times one thing after the other.</summary>
    private sealed class Laps
    {
        private long last = Stopwatch.GetTimestamp();

        /// <summary>Seconds since the last lap.</summary>
        public double Lap()
        {
            double seconds = Stopwatch.GetElapsedTime(last).TotalSeconds;
            last = Stopwatch.GetTimestamp();
            return seconds;
        }
    }
}
