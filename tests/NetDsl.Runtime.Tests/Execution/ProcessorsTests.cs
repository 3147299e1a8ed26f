namespace NetDsl.Runtime.Tests;

public class ProcessorsTests
{
    [Fact]
    public void A_thread_leaves_the_processor_from_which_it_is_kept_away()
    {
        int seen = -1, avoided = -1;
        var thread = new Thread(() =>
        {
            avoided = Processors.Current;
            Processors.KeepAway(Processors.CurrentThread, avoided);
            seen = Processors.Current;
        });
        thread.Start();
        thread.Join();
        Assert.True(avoided != seen || Environment.ProcessorCount == 1 || !OperatingSystem.IsLinux(), $"still on processor {seen}");
    }

    [Fact]
    public void An_unknown_thread_or_processor_changes_nothing()
    {
        Processors.KeepAway(-1, 0);
        Processors.KeepAway(Processors.CurrentThread, -1);
    }
}
