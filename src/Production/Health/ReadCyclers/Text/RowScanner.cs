using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Voltloop.Health.ReadCyclers.Text;

/// <summary>Finds the ends of rows and of their fields in one pass over the text, 32 bytes at a time.</summary>
/// <param name="text">Rows of text.</param>
/// <param name="delimiter">What separates fields.</param>
/// <param name="ends">Room for the places of the delimiters of one row.</param>
internal ref struct RowScanner(ReadOnlySpan<byte> text, byte delimiter, int[] ends)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private int _block = -Vector256<byte>.Count;
    private int _next;
    private uint _marks;

    /// <summary>Where the row begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends, without the line feed.</summary>
    public int End { get; private set; }

    /// <summary>Delimiters in it; the first of them are in the array given.</summary>
    public int Delimiters { get; private set; }

    /// <summary>True when it has a quotation mark.</summary>
    public bool HasQuote { get; private set; }

    /// <summary>True when the text ends in it.</summary>
    public bool IsLast { get; private set; }

    /// <summary>Goes to the next row; false at the end of the text.</summary>
    public bool Next()
    {
        if (_next >= _text.Length) return false;
        (Start, HasQuote) = (_next, false);
        var count = 0;
        while (true)
        {
            for (; _marks != 0; _marks &= _marks - 1)
            {
                var place = _block + BitOperations.TrailingZeroCount(_marks);
                var mark = _text[place];
                if (mark == delimiter)
                {
                    if (count < ends.Length) ends[count] = place;
                    count++;
                }
                else if (mark == '\n')
                {
                    _marks &= _marks - 1;
                    return Found(place, place + 1, count);
                }
                else
                {
                    HasQuote = true;
                }
            }

            _block += Vector256<byte>.Count;
            if (_block >= _text.Length)
            {
                IsLast = true;
                return Found(_text.Length, _text.Length, count);
            }

            _marks = Marks();
        }
    }

    private bool Found(int end, int next, int count)
    {
        (End, _next, Delimiters) = (end, next, count);
        return true;
    }

    // One bit for each byte of the block that is a delimiter, a line feed or a quotation mark.
    private readonly uint Marks()
    {
        if (_block + Vector256<byte>.Count > _text.Length) return LastMarks();
        var bytes = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(_text), (nuint)_block);
        return (Vector256.Equals(bytes, Vector256.Create(delimiter)) | Vector256.Equals(bytes, Vector256.Create((byte)'\n')) | Vector256.Equals(bytes, Vector256.Create((byte)'"'))).ExtractMostSignificantBits();
    }

    private readonly uint LastMarks()
    {
        var marks = 0u;
        for (var i = 0; _block + i < _text.Length; i++)
        {
            var one = _text[_block + i];
            marks |= one == delimiter || one is (byte)'\n' or (byte)'"' ? 1u << i : 0;
        }

        return marks;
    }
}
