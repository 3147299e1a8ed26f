namespace NetDsl.Runtime.Tests;

public class WorkBoardTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(2, 28)]
    [InlineData(3, 7)]
    [InlineData(4, 65_535)]
    [InlineData(4, 65_536)]
    [InlineData(3, 1_000_003)]
    public void One_member_alone_takes_every_item_once(int members, int items)
    {
        var board = new WorkBoard(members);
        board.Clear(5);
        int[] taken = new int[items];
        while (board.Take(members - 1, 5, items, out Share share))
        {
            Count(share, taken);
        }

        Assert.All(taken, count => Assert.Equal(1, count));
    }

    [Fact]
    public void Members_that_work_at_once_take_every_item_of_every_step_once()
    {
        const int Members = 4, Steps = 300, Items = 97;
        var board = new WorkBoard(Members);
        board.Clear(0);
        int[][] taken = [.. Enumerable.Range(0, Steps).Select(_ => new int[Items])];
        using var meeting = new Barrier(Members);
        Thread[] threads =
        [
            .. Enumerable.Range(0, Members).Select(member => new Thread(() =>
            {
                for (int step = 0; step < Steps; step++)
                {
                    foreach (Share share in new Shares(board, member, step, Items))
                    {
                        Count(share, taken[step]);
                    }

                    meeting.SignalAndWait();
                }
            })),
        ];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.All(taken, step => Assert.All(step, count => Assert.Equal(1, count)));
    }

    [Fact]
    public void A_member_takes_its_own_part_first_and_then_from_the_ends_of_the_others()
    {
        var board = new WorkBoard(2);
        board.Clear(0);
        Assert.True(board.Take(1, 0, 16, out Share first));
        Assert.Equal(new Share(8, 10), first);
        while (first.From >= 8)
        {
            Assert.True(board.Take(1, 0, 16, out first));
        }

        Assert.Equal(new Share(4, 8), first);
    }

    [Fact]
    public void Steps_go_on_where_their_number_turns_negative()
    {
        var board = new WorkBoard(2);
        board.Clear(int.MaxValue);
        for (int step = int.MaxValue, turns = 0; turns < 3; turns++, step = unchecked(step + 1))
        {
            int[] taken = new int[10];
            while (board.Take(0, step, 10, out Share share))
            {
                Count(share, taken);
            }

            Assert.All(taken, count => Assert.Equal(1, count));
        }
    }

    [Fact]
    public void A_worker_alone_has_one_share()
    {
        var shares = new List<Share>();
        foreach (Share share in Worker.Alone.Shares(12))
        {
            shares.Add(share);
        }

        Assert.Equal([new Share(0, 12)], shares);
    }

    private static void Count(Share share, int[] taken)
    {
        for (int item = share.From; item < share.To; item++)
        {
            Interlocked.Increment(ref taken[item]);
        }
    }
}
