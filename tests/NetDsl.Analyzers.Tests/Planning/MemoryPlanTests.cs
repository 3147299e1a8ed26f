using NetDsl.Generator.Planning;

namespace NetDsl.Analyzers.Tests.Planning;

/// <summary>Buffers that are alive together never share space; others do.</summary>
public class MemoryPlanTests
{
    [Theory]
    [InlineData(0, 1, 2, 3, false)]
    [InlineData(0, 2, 2, 3, true)]
    [InlineData(2, 3, 0, 2, true)]
    [InlineData(2, 3, 0, 1, false)]
    [InlineData(0, 9, 3, 4, true)]
    public void LifetimesHaveBothEnds(int first, int last, int otherFirst, int otherLast, bool meet) =>
        Assert.Equal(meet, new Lifetime(1, first, last).Meets(new Lifetime(1, otherFirst, otherLast)));

    [Theory]
    [InlineData(0, 16, 0)]
    [InlineData(1, 16, 16)]
    [InlineData(16, 16, 16)]
    [InlineData(17, 16, 32)]
    public void RoundsUp(long value, int alignment, long expected) => Assert.Equal(expected, MemoryPlan.RoundUp(value, alignment));

    [Fact]
    public void NeighboursShareTheSpaceOfThoseBeforeThem()
    {
        // A chain: each buffer is read while the next is written. Two places are enough, the largest at the start.
        (long[] offsets, long size) = MemoryPlan.Place([new(10, 0, 1), new(40, 1, 2), new(20, 2, 3), new(30, 3, 4)], 16);
        Assert.Equal([48, 0, 48, 0], offsets);
        Assert.Equal(48 + 32, size);
    }

    [Fact]
    public void TheLowestGapThatFits()
    {
        // The second and third leave gaps of 32 and 48 behind when they are gone; 40 fits the second gap only, 20 the first.
        (long[] offsets, _) = MemoryPlan.Place([new(100, 0, 9), new(32, 0, 1), new(16, 0, 9), new(20, 2, 3), new(15, 2, 3)], 16);
        Assert.Equal([0, 112, 112 + 32, 112, 112 + 48], offsets);
    }

    [Fact]
    public void AGapOfExactlyItsSize()
    {
        (long[] offsets, _) = MemoryPlan.Place([new(64, 0, 9), new(32, 0, 1), new(32, 0, 9), new(32, 2, 3)], 16);
        Assert.Equal([0, 64, 96, 64], offsets);
    }

    [Fact]
    public void NothingTakesNothing() => Assert.Equal(0, MemoryPlan.Place([], 16).Size);

    [Fact]
    public void AnyBuffersKeepApartWhileAlive()
    {
        var random = new Random(1);
        for (int round = 0; round < 300; round++)
        {
            Lifetime[] buffers = [.. Enumerable.Range(0, random.Next(1, 20)).Select(_ =>
            {
                int first = random.Next(20);
                return new Lifetime(random.Next(1, 200), first, first + random.Next(6));
            })];
            (long[] offsets, long size) = MemoryPlan.Place(buffers, 16);
            Assert.All(offsets, offset => Assert.Equal(0, offset % 16));
            Assert.Equal(size, buffers.Select((buffer, i) => MemoryPlan.RoundUp(offsets[i] + buffer.Size, 16)).Max());
            for (int i = 0; i < buffers.Length; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    bool apart = offsets[i] + buffers[i].Size <= offsets[j] || offsets[j] + buffers[j].Size <= offsets[i];
                    Assert.True(apart || buffers[i].Last < buffers[j].First || buffers[j].Last < buffers[i].First, $"round {round}: {buffers[i]} and {buffers[j]}");
                }
            }
        }
    }
}
