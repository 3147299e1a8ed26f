namespace NetDsl.Tests;

public class ConsoleAppTests
{
    public static TheoryData<Exception> Expected =>
    [
        new InvalidDataException("a.png is damaged"),
        new IOException("No space left"),
        new FileNotFoundException("There is no a.png"),
        new UnauthorizedAccessException("Access denied"),
        new ArgumentException("The batch size is 0"),
        new NonFiniteLossException("loss", float.NaN, float.NaN, 7, 2, 0.5f),
    ];

    [Theory]
    [MemberData(nameof(Expected))]
    public void What_may_go_wrong_is_one_line_and_a_code(Exception e)
    {
        (int code, string errors) = Run(() => throw e);
        Assert.Equal(1, code);
        Assert.Equal($"error: {e.Message}{Environment.NewLine}", errors);
    }

    [Fact]
    public void A_message_of_several_lines_becomes_one_and_loses_the_name_of_the_parameter()
    {
        (_, string errors) = Run(() => throw new ArgumentException("first\r\nsecond\n", "secret"));
        Assert.Equal($"error: first second{Environment.NewLine}", errors);
    }

    [Fact]
    public void Cancelling_is_130()
    {
        (int code, string errors) = Run(() => throw new OperationCanceledException("Training was cancelled"));
        Assert.Equal(130, code);
        Assert.Equal($"Training was cancelled{Environment.NewLine}", errors);
    }

    [Fact]
    public void Success_keeps_its_code_and_says_nothing()
    {
        Assert.Equal((3, ""), Run(() => 3));
        Assert.Equal(4, ConsoleApp.Run(token => token.CanBeCanceled ? 4 : 5));
    }

    [Fact]
    public void A_fault_of_the_program_passes_through() =>
        Assert.Throws<NullReferenceException>(() => Run(() => throw new NullReferenceException()));

    private static (int Code, string Errors) Run(Func<int> program)
    {
        using var errors = new StringWriter();
        return (ConsoleApp.Guard(program, errors), errors.ToString());
    }
}
