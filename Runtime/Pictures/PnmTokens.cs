namespace NetDsl;

/// <summary>The numbers of a PGM or PPM, with white space and comments between them.</summary>
internal ref struct PnmTokens(ReadOnlySpan<byte> file)
{
    private const int MostNumber = 1 << 30;

    private readonly ReadOnlySpan<byte> file = file;

    public int Position { get; private set; }

    public readonly int Remaining => file.Length - Position;

    private readonly bool IsComment => Remaining > 0 && file[Position] == (byte)'#';

    private readonly bool IsSpace => Remaining > 0 && file[Position] is (byte)' ' or >= 9 and <= 13;

    public void Skip(int bytes) => Position += bytes;

    /// <summary>The next number.</summary>
    /// <param name="what">What it stands for, in messages.</param>
    public int Number(string what)
    {
        SkipBlanks();
        int start = Position;
        int number = 0;
        for (; Remaining > 0 && char.IsAsciiDigit((char)file[Position]); Position++)
        {
            number = 10 * number + file[Position] - '0';
            if (number > MostNumber / 10)
            {
                throw new InvalidDataException($"its {what} at byte {SampleGeometry.Text(start)} is too large");
            }
        }

        bool ends = Remaining == 0 || IsSpace || IsComment;
        return Position > start && ends
            ? number
            : throw new InvalidDataException(Remaining == 0
                ? $"it ends after {SampleGeometry.Text(file.Length)} bytes, before its {what}"
                : $"its {what} at byte {SampleGeometry.Text(start)} is not a number");
    }

    /// <summary>One white space, or a comment with the end of its line, parts the header from the picture.</summary>
    public void EndOfHeader()
    {
        if (IsComment)
        {
            SkipComment();
        }
        else
        {
            Position += IsSpace ? 1 : 0;
        }
    }

    /// <summary>Skips white space and comments.</summary>
    public void SkipBlanks()
    {
        while (IsSpace || IsComment)
        {
            if (IsComment)
            {
                SkipComment();
            }
            else
            {
                Position++;
            }
        }
    }

    private void SkipComment()
    {
        int end = file[Position..].IndexOfAny((byte)'\n', (byte)'\r');
        Position = end < 0 ? file.Length : Position + end + 1;
    }
}
