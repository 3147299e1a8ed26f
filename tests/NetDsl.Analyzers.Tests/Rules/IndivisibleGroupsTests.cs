namespace NetDsl.Analyzers.Tests.Rules;

public class IndivisibleGroupsTests
{
    [Fact]
    public void GroupsDoNotDivideTheInputChannels() => Verify.LayersReport(
        "NDSL1003", "Conv2d: the 6 input channels must be evenly divisible by the number of groups, 4; use 1 or 2",
        "Input(8, 8, 6), Conv2d(3, 3, 8, [|Groups = 4|])");

    [Fact]
    public void GroupsDoNotDivideTheFilters() => Verify.LayersReport(
        "NDSL1003", "Conv2d: the 9 filters must be evenly divisible by the number of groups, 2; use 1 or 3",
        "Input(8, 8, 6), Conv2d(3, 3, 9, [|Groups = 2|])");

    [Fact]
    public void GroupsDivideBoth() => Verify.LayersAreClean("Input(8, 8, 6), Conv2d(3, 3, 9, Groups = 3)");
}
