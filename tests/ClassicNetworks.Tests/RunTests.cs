namespace ClassicNetworks.Tests;

/// <summary>Networks that are small enough for every build are run; the example runs any of them.</summary>
public sealed class RunTests
{
    public static TheoryData<string> Names => [.. Catalogue.All.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_network_names_its_counts(string name)
    {
        Entry entry = Catalogue.All.Single(candidate => candidate.Name == name);
        Assert.Contains(entry.ParameterCount.ToString("N0", System.Globalization.CultureInfo.InvariantCulture), entry.Summary, StringComparison.Ordinal);
        Assert.InRange(entry.InferenceParameterCount, 1, entry.ParameterCount);
        Assert.InRange(entry.InferenceBytes, 1, entry.TrainingBytes);
    }

    [Fact]
    public void LeNet5_learns() => Falls(new Demonstration(Steps: 12, Batch: 16, Rate: 0.002, Seed: 1).Run<LeNet5>(default));

    [Fact]
    public void ResNet18_learns() => Falls(new Demonstration(Steps: 3, Batch: 2, Rate: 0.01, Seed: 1).Run<ResNet18>(default));

    private static void Falls(IReadOnlyList<float> losses)
    {
        Assert.All(losses, loss => Assert.True(float.IsFinite(loss)));
        Assert.True(losses[^1] < losses[0], $"losses {string.Join(" ", losses)}");
    }
}
