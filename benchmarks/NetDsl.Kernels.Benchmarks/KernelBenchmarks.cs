using BenchmarkDotNet.Attributes;

namespace NetDsl.Kernels.Benchmarks;

/// <summary>Predictions of one sample on one thread, by networks of one layer.</summary>
[MemoryDiagnoser]
public class KernelBenchmarks
{
    private readonly Prediction direct5x5 = Prediction.Of<Direct5x5>();
    private readonly Prediction direct3x3 = Prediction.Of<Direct3x3>();
    private readonly Prediction winograd3x3 = Prediction.Of<Winograd3x3>();
    private readonly Prediction pointwise = Prediction.Of<Pointwise>();
    private readonly Prediction depthwise3x3 = Prediction.Of<Depthwise3x3>();
    private readonly Prediction dense = Prediction.Of<DenseOnce>();

    /// <summary>56 x 56 x 3 to 64 filters of 5x5.</summary>
    [Benchmark]
    public void Direct5x5() => direct5x5.Run();

    /// <summary>56 x 56 x 64 to 64 filters of 3x3, direct.</summary>
    [Benchmark]
    public void Direct3x3() => direct3x3.Run();

    /// <summary>56 x 56 x 64 to 64 filters of 3x3, Winograd.</summary>
    [Benchmark]
    public void Winograd3x3() => winograd3x3.Run();

    /// <summary>56 x 56 x 64 to 256 filters of 1x1.</summary>
    [Benchmark]
    public void Pointwise() => pointwise.Run();

    /// <summary>56 x 56 x 128, depthwise 3x3.</summary>
    [Benchmark]
    public void Depthwise3x3() => depthwise3x3.Run();

    /// <summary>4,096 features to 1,024 units.</summary>
    [Benchmark]
    public void Dense() => dense.Run();
}
