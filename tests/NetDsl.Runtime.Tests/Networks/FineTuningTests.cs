using NetDsl.Runtime;

namespace NetDsl.Tests;

public sealed class FineTuningTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("C1", "C1.weight C1.bias")]
    [InlineData("*.bias", "C1.bias Stage1.C1.bias Head.bias")]
    [InlineData("Stage1*", "Stage1.C1.weight Stage1.C1.bias")]
    [InlineData("Stage?", "Stage1.C1.weight Stage1.C1.bias")]
    [InlineData("Stage1.C1", "Stage1.C1.weight Stage1.C1.bias")]
    [InlineData("Head.weight", "Head.weight")]
    [InlineData("*", "C1.weight C1.bias Stage1.C1.weight Stage1.C1.bias Head.weight Head.bias")]
    public void A_pattern_names_parameters_layers_and_blocks(string pattern, string expected) =>
        Assert.Equal(expected, string.Join(' ', Three(10).Matching(pattern).Select(parameter => parameter.Name)));

    [Theory]
    [InlineData("c1")]
    [InlineData("Stge1*")]
    [InlineData("C1.w")]
    public void A_pattern_without_a_match_lists_the_names(string pattern)
    {
        ParameterSet parameters = Three(10);
        string message = Assert.Throws<ArgumentException>(() => parameters.Freeze("Head", pattern)).Message;
        Assert.Contains($"No parameter matches '{pattern}'; there are C1.weight, C1.bias, Stage1", message, StringComparison.Ordinal);
        Assert.DoesNotContain(parameters, parameter => parameter.Frozen);
    }

    [Fact]
    public void Frozen_parameters_stay_through_a_step()
    {
        var network = new TwoParameters();
        network.DrawGradients(1);
        double[] before = network.Values();
        Assert.Equal(["C1.weight", "C1.mean"], network.Parameters.Freeze("*.weight", "C1.mean"));
        new AdamW(0.1) { Decays = WeightDecay.All }.Step(network.Parameters);
        Assert.Equal(before[..21], network.Values()[..21]);
        Assert.NotEqual(before[21..26], network.Values()[21..26]);
        Assert.Equal(["C1.mean"], network.Parameters.Unfreeze("C1.weight"));
        new AdamW(0.1).Step(network.Parameters);
        Assert.NotEqual(before[..21], network.Values()[..21]);
    }

    [Fact]
    public void What_matches_is_loaded_and_the_rest_is_told()
    {
        ParameterSet ten = Three(10), five = Three(5);
        five["C1.bias"].CopyFrom([9, 9]);
        NetworkFile.Save(folder["ten"], ten, "Ten");
        LoadReport report = five.LoadMatching(folder["ten"]);
        Assert.Equal(["C1.weight", "C1.bias", "Stage1.C1.weight", "Stage1.C1.bias"], report.Loaded);
        Assert.Equal(["Head.weight is 2 x 10 in the file, 2 x 5 in the network", "Head.bias is 10 in the file, 5 in the network"], report.Different);
        Assert.Empty(report.Missing);
        Assert.Equal(ten["Stage1.C1.weight"].Values.ToArray(), five["Stage1.C1.weight"].Values.ToArray());
        Assert.Equal(ten["C1.bias"].Values.ToArray(), five["C1.bias"].Values.ToArray());
        Assert.StartsWith("4 loaded; 2 differ: Head.weight is 2 x 10", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_on_one_side_alone_are_told()
    {
        NetworkFile.Save(folder["n"], Three(10, head: "Top"), "Other");
        ParameterSet parameters = Three(10);
        float[] head = parameters["Head.weight"].Values.ToArray();
        LoadReport report = parameters.LoadMatching(folder["n"]);
        Assert.Equal(["Head.weight", "Head.bias"], report.Missing);
        Assert.Equal(["Top.weight", "Top.bias"], report.Unused);
        Assert.Equal(head, parameters["Head.weight"].Values.ToArray());
        Assert.Equal("4 loaded; 2 not in the file: Head.weight, Head.bias; 2 of the file not used: Top.weight, Top.bias", report.ToString());
    }

    [Fact]
    public void A_file_of_something_else_is_an_error()
    {
        NetworkFile.Save(folder["n"], new TwoParameters().Parameters, "Other");
        ParameterSet parameters = new(new ParameterStore(new ParameterSpec("x", [1], Initializer.Zeros, 1, 1, 1)));
        string message = Messages.OfDamage(folder["n"], () => parameters.LoadMatching(folder["n"]));
        Assert.Contains("nothing that fits the network: its tensors are C1.weight, C1.bias, C1.mean; the network's parameters x", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_head_drawn_anew_is_that_of_a_new_network()
    {
        ParameterSet parameters = Three(10), fresh = Three(10);
        parameters.Store.Values.Fill(7);
        parameters.Reinitialize(3, "Head");
        Assert.Equal(fresh["Head.weight"].Values.ToArray(), parameters["Head.weight"].Values.ToArray());
        Assert.All(parameters["Head.bias"].Values.ToArray(), value => Assert.Equal(0, value));
        Assert.All(parameters["C1.weight"].Values.ToArray(), value => Assert.Equal(7, value));
    }

    private static ParameterSet Three(int classes, string head = "Head")
    {
        var store = new ParameterStore(
            new ParameterSpec("C1.weight", [3, 2], Initializer.HeNormal, 1, 3, 2),
            new ParameterSpec("C1.bias", [2], Initializer.Zeros, 1, 3, 2),
            new ParameterSpec("Stage1.C1.weight", [2, 2], Initializer.HeNormal, 1, 2, 2),
            new ParameterSpec("Stage1.C1.bias", [2], Initializer.Zeros, 1, 2, 2),
            new ParameterSpec($"{head}.weight", [2, classes], Initializer.HeNormal, 1, 2, classes),
            new ParameterSpec($"{head}.bias", [classes], Initializer.Zeros, 1, 2, classes));
        Initializers.Fill(store, seed: 3);
        return new ParameterSet(store);
    }
}
