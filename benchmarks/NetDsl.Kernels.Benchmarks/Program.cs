using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using NetDsl.Kernels.Benchmarks;

// In this process: BenchmarkDotNet's own would build the generator and all networks once more for every run.
ManualConfig config = ManualConfig.Create(DefaultConfig.Instance).AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkSwitcher.FromTypes([typeof(KernelBenchmarks)]).Run(args, config);
