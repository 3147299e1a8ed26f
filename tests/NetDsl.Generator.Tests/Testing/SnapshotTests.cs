using NetDsl.Testing.Snapshots;
using Xunit.Sdk;

namespace NetDsl.Generator.Tests.Testing;

public sealed class SnapshotTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private string Verified => Path.Combine(folder, "MyTests.Name#Net.g.verified.cs");

    private string Received => Path.Combine(folder, "MyTests.Name#Net.g.received.cs");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void An_unknown_text_is_written_beside_the_test_and_fails()
    {
        Assert.ThrowsAny<XunitException>(() => Verify("one"));
        Assert.Equal("//HintName: Net.g.cs\none", File.ReadAllText(Received));
        Assert.False(File.Exists(Verified));
    }

    [Fact]
    public void An_accepted_text_passes_until_it_changes()
    {
        Verify("one", (Snapshot.AcceptVariable, "1"));
        Verify("one");
        Assert.ThrowsAny<XunitException>(() => Verify("two"));
        Assert.True(File.Exists(Received));
        Verify("one");
        Assert.False(File.Exists(Received));
    }

    [Fact]
    public void Line_ends_do_not_matter()
    {
        Verify("one\ntwo\n", (Snapshot.AcceptVariable, "1"));
        Verify("one\r\ntwo\r\n");
    }

    [Fact]
    public void A_snapshot_that_is_no_longer_generated_fails()
    {
        string orphan = Path.Combine(folder, "MyTests.Name#Old.g.verified.cs");
        File.WriteAllText(orphan, "old");
        Verify("one", (Snapshot.AcceptVariable, "1"));
        Assert.False(File.Exists(orphan));

        File.WriteAllText(orphan, "old");
        Assert.ThrowsAny<XunitException>(() => Verify("one"));
    }

    [Fact]
    public void Nothing_is_accepted_in_ci()
    {
        Assert.ThrowsAny<XunitException>(() => Verify("one", (Snapshot.AcceptVariable, "1"), ("CI", "true")));
        Assert.False(File.Exists(Verified));
    }

    private void Verify(string text, params (string Name, string Value)[] environment) => Snapshot.Verify(
        [("Net.g.cs", text)],
        Path.Combine(folder, "MyTests.cs"),
        "Name",
        name => environment.FirstOrDefault(variable => variable.Name == name).Value);
}
