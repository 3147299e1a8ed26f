namespace NetDsl.Tests;

public class SampleOrderTests
{
    [Fact]
    public void A_shuffle_is_a_permutation_that_depends_on_seed_and_epoch_alone()
    {
        int[] order = Shuffled(1, 1);
        Assert.Equal(Enumerable.Range(0, 1000), order.Order());
        Assert.Equal(order, Shuffled(1, 1));
        Assert.NotEqual(order, Shuffled(1, 2));
        Assert.NotEqual(order, Shuffled(2, 1));
    }

    [Fact]
    public void Orders_never_change()
    {
        var order = new int[6];
        SampleOrder.Shuffle(order, seed: 1, epoch: 1);
        Assert.Equal([3, 2, 0, 4, 5, 1], order);
    }

    [Fact]
    public void Every_place_is_about_as_likely()
    {
        var firsts = new int[5];
        var order = new int[5];
        for (int seed = 0; seed < 10_000; seed++)
        {
            SampleOrder.Shuffle(order, seed, epoch: 1);
            firsts[order[0]]++;
        }

        Assert.All(firsts, count => Assert.InRange(count, 1_850, 2_150));
    }

    private static int[] Shuffled(int seed, int epoch)
    {
        var order = new int[1000];
        SampleOrder.Shuffle(order, seed, epoch);
        return order;
    }
}
