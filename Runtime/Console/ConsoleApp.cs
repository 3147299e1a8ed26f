using System.Runtime.InteropServices;

namespace NetDsl;

/// <summary>
/// Runs a console program so that what can go wrong outside of it (files, arguments, Ctrl-C) ends in one line on the
/// standard error and an exit code, without a stack trace. A fault of the program itself passes through.
/// </summary>
public static class ConsoleApp
{
    /// <summary>The exit code of a program that failed.</summary>
    public const int Failed = 1;

    /// <summary>The exit code of a program that was interrupted: 128 and the number of the signal.</summary>
    public const int Interrupted = 130;

    /// <summary>Runs a program; Ctrl-C ends the process as usual.</summary>
    /// <param name="program">Returns the exit code.</param>
    public static int Run(Func<int> program) => Guard(program, Console.Error);

    /// <summary>Runs a program that stops by itself when its token is cancelled. A second Ctrl-C ends the process.</summary>
    /// <param name="program">Takes a token that Ctrl-C and the signal TERM cancel; returns the exit code.</param>
    public static int Run(Func<CancellationToken, int> program)
    {
        using var source = new CancellationTokenSource();
        void Cancel(PosixSignalContext context)
        {
            context.Cancel = !source.IsCancellationRequested;
            source.Cancel();
        }

        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        return Guard(() => program(source.Token), Console.Error);
    }

    internal static int Guard(Func<int> program, TextWriter errors)
    {
        try
        {
            return program();
        }
        catch (OperationCanceledException e)
        {
            errors.WriteLine(OneLine(e));
            return Interrupted;
        }
        catch (Exception e) when (IsExpected(e))
        {
            errors.WriteLine($"error: {OneLine(e)}");
            return Failed;
        }
    }

    private static bool IsExpected(Exception e) => e is InvalidDataException or IOException or UnauthorizedAccessException
        or ArgumentException or NonFiniteLossException or OutOfMemoryException;

    // The name of a method's parameter, which .NET appends to the message, tells nothing to who runs the program.
    private static string OneLine(Exception e)
    {
        string message = e is ArgumentException { ParamName: { Length: > 0 } name }
            ? e.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal)
            : e.Message;
        return string.Join(" ", message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
