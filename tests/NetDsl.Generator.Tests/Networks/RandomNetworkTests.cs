using FsCheck;
using FsCheck.Fluent;
using NetDsl.Testing.Harness;
using NetDsl.Testing.Reference;
using Xunit.Abstractions;

namespace NetDsl.Generator.Tests.Networks;

/// <summary>
/// Random sequential networks against the reference. Runs repeat themselves unless NETDSL_TEST_SEED holds another number;
/// a failure names the network's own seed and declaration.
/// </summary>
public sealed class RandomNetworkTests(ITestOutputHelper output)
{
    /// <summary>Up to six layers of rounding, whose errors a later layer may enlarge.</summary>
    private const double Tolerance = 1e-4;

    private const int Compilations = 3, NetworksEach = 20;

    [Fact]
    public void Networks_agree_with_the_reference()
    {
        ulong seed = ulong.TryParse(Environment.GetEnvironmentVariable("NETDSL_TEST_SEED"), out ulong given) ? given : 1;
        output.WriteLine($"NETDSL_TEST_SEED={seed}");
        Config config = Config.QuickThrowOnFailure.WithMaxTest(Compilations).WithReplay(seed, 1);
        Prop.ForAll(RandomNetwork.Seeds, CheckSeveral).Check(config);
    }

    // One compilation of several networks takes little longer than one of one.
    private void CheckSeveral(int first)
    {
        int[] seeds = [.. Enumerable.Range(0, NetworksEach).Select(i => unchecked(first + i) & int.MaxValue)];
        Dictionary<string, ReferenceNetwork> networks = seeds.ToDictionary(seed => $"{seed}", RandomNetwork.Draw);
        var bundle = new NetworkBundle(networks);
        foreach (int seed in seeds)
        {
            Check(seed, networks[$"{seed}"], bundle);
        }
    }

    private void Check(int seed, ReferenceNetwork network, NetworkBundle bundle)
    {
        try
        {
            NetworkComparison.Run(network, bundle.Network($"{seed}", InstructionLevel.Widest), batch: 1 + (seed % 18), seed, Tolerance);
        }
        catch
        {
            output.WriteLine($"RandomNetwork.Draw({seed}), batch {1 + (seed % 18)}:\n{network.Declare("Failing")}");
            throw;
        }
    }
}
