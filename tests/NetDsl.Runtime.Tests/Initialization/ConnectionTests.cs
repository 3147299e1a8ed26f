using NetDsl.Runtime;

namespace NetDsl.Runtime.Tests.Initialization;

/// <summary>Weights of connections that do not exist stay zero.</summary>
public sealed class ConnectionTests
{
    // Two taps of a kernel of two inputs and three outputs.
    private static readonly float[] Connected = [1, 0, 1, 0, 1, 1, 1, 0, 1, 0, 1, 1];

    private readonly ParameterStore store = new(new ParameterSpec(
        "C1.weight", [2, 2, 3], Initializer.GlorotUniform, 1, FanIn: 4, FanOut: 4, Constant: 5, Connections: "X.X;.XX"));

    [Fact]
    public void Whatever_is_drawn()
    {
        Initializers.Fill(store, seed: 1);
        Assert.Equal(Connected, store.Values[..12].ToArray().Select(value => value == 0 ? 0f : 1f));
    }

    [Fact]
    public void Whatever_is_written()
    {
        store.Values.Fill(1);
        store.Touch();
        Assert.Equal(Connected, store.Values[..12].ToArray());
    }
}
