using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Testing;

/// <summary>Windows counted by hand.</summary>
public sealed class WindowAxisTests
{
    [Fact]
    public void Valid_drops_what_no_window_covers() => Assert.Equal([0, 5], WindowAxis.Fitting(13, 6, 5, 1, 0, 0).Starts);

    [Fact]
    public void Same_puts_the_odd_cell_at_the_end() => Assert.Equal([-1, 4, 9], WindowAxis.Same(13, 6, 5, 1).Starts);

    [Fact]
    public void Explicit_padding_begins_before_the_input() => Assert.Equal([-2, 2, 6], WindowAxis.Fitting(15, 11, 4, 1, 2, 2).Starts);

    [Fact]
    public void Dilation_widens_the_window()
    {
        WindowAxis axis = WindowAxis.Fitting(5, 2, 1, 3, 0, 0);
        Assert.Equal([0, 1], axis.Starts);
        Assert.Equal(4, axis.Cell(1, 1));
    }

    [Fact]
    public void Rounding_up_adds_a_window_over_the_rest()
    {
        Assert.Equal([0, 2, 4], WindowAxis.Fitting(6, 3, 2, 1, 0, 0, ceil: true).Starts);
        Assert.Equal([0], WindowAxis.Fitting(2, 3, 2, 1, 0, 0, ceil: true).Starts);
    }

    [Fact]
    public void Rounding_up_adds_no_window_that_begins_beyond_the_input() =>
        Assert.Equal([-1, 2], WindowAxis.Fitting(4, 2, 3, 1, 1, 2, ceil: true).Starts);
}
