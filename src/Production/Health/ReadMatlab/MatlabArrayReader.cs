using System.Globalization;
using System.Text;

namespace Voltloop.Health.ReadMatlab;

/// <summary>Reads one array with all that is in it (MAT-File Format, chapter 1: Level 5 MAT-File Data Element Format).</summary>
internal sealed class MatlabArrayReader(bool bigEndian)
{
    private const int ComplexFlag = 0x0800;
    private int _arrays;

    /// <summary>The array of an element of type matrix, with its name.</summary>
    public (string Name, MatlabValue Value) Read(MatlabElement element, int depth = 0)
    {
        if (element.Type != MatlabElementType.Matrix)
        {
            throw MatlabProblems.At(element.Offset, $"An array is expected, not {element.Type}.");
        }

        CheckLimits(depth);
        if (element.Data.IsEmpty)
        {
            return ("", new MatlabNumbers([0, 0], [], null));
        }

        var cursor = new MatlabCursor(element.Data, bigEndian);
        var flags = MatlabData.Integers(cursor.Next(), bigEndian) is [var given, ..] ? given : 0;
        var kind = flags & 0xFF;
        if (kind is 16 or 17)
        {
            return ("", new MatlabOther([0, 0], Kind(kind)));
        }

        var dimensions = Dimensions(cursor.Next());
        var name = Encoding.UTF8.GetString(cursor.Next().Data.Span);
        return (name, Body(cursor, dimensions, (kind, (flags & ComplexFlag) != 0, depth)));
    }

    private void CheckLimits(int depth)
    {
        if (depth > MatlabLimits.Depth)
        {
            throw new Core.Problems.ProblemException(MatlabProblems.TooLarge, $"Structures are nested deeper than {MatlabLimits.Depth} levels (MatlabLimits.Depth).");
        }

        if (++_arrays > MatlabLimits.Arrays)
        {
            throw new Core.Problems.ProblemException(MatlabProblems.TooLarge, $"The file holds more than {MatlabLimits.Arrays} arrays (MatlabLimits.Arrays).");
        }
    }

    private MatlabValue Body(MatlabCursor cursor, int[] dimensions, (int Kind, bool Complex, int Depth) array) => array.Kind switch
    {
        1 => Cells(cursor, dimensions, array.Depth),
        2 => Structure(cursor, dimensions, array.Depth),
        3 => Object(cursor, dimensions, array.Depth),
        4 => Text(cursor.Next(), dimensions),
        >= 6 and <= 15 => Numeric(cursor, dimensions, array.Complex),
        _ => new MatlabOther(dimensions, Kind(array.Kind)),
    };

    private int[] Dimensions(MatlabElement element)
    {
        var dimensions = MatlabData.Integers(element, bigEndian);
        if (dimensions.Length is < 2 or > MatlabLimits.Dimensions || Array.Exists(dimensions, size => size < 0))
        {
            throw MatlabProblems.At(element.Offset, $"{string.Join(" x ", dimensions)} are no dimensions of an array.");
        }

        return dimensions;
    }

    private MatlabNumbers Numeric(MatlabCursor cursor, int[] dimensions, bool complex)
    {
        var real = Part(cursor.Next(), dimensions);
        return new MatlabNumbers(dimensions, real, complex ? Part(cursor.Next(), dimensions) : null);
    }

    private double[] Part(MatlabElement element, int[] dimensions)
    {
        var numbers = MatlabData.Numbers(element, bigEndian);
        return numbers.LongLength == Count(dimensions)
            ? numbers
            : throw MatlabProblems.At(element.Offset, string.Create(CultureInfo.InvariantCulture, $"An array of {string.Join(" x ", dimensions)} has {numbers.Length} numbers."));
    }

    private MatlabText Text(MatlabElement element, int[] dimensions)
    {
        var text = MatlabData.Characters(element, bigEndian);
        var (rows, columns) = (dimensions[0], dimensions[0] == 0 ? 0 : text.Length / dimensions[0]);
        if (rows > text.Length)
        {
            return new MatlabText(dimensions, []);
        }

        return new MatlabText(dimensions, [.. Enumerable.Range(0, rows)
            .Select(row => string.Concat(Enumerable.Range(0, columns).Select(column => text[row + column * rows])).TrimEnd())]);
    }

    private MatlabCells Cells(MatlabCursor cursor, int[] dimensions, int depth) =>
        new(dimensions, Many(cursor, Count(dimensions), depth));

    private MatlabStructure Object(MatlabCursor cursor, int[] dimensions, int depth)
    {
        _ = cursor.Next();
        return Structure(cursor, dimensions, depth);
    }

    private MatlabStructure Structure(MatlabCursor cursor, int[] dimensions, int depth)
    {
        var length = MatlabData.Integers(cursor.Next(), bigEndian) is [> 0 and var given, ..] ? given : 1;
        var names = cursor.Next().Data;
        List<string> fields = [];
        for (var at = 0; at + length <= names.Length; at += length)
        {
            var name = names.Span.Slice(at, length);
            var end = name.IndexOf((byte)0);
            fields.Add(Encoding.UTF8.GetString(end < 0 ? name : name[..end]));
        }

        // A structure without fields would otherwise be read as often as its dimensions say.
        var elements = fields.Count == 0 ? 0 : Count(dimensions);
        var values = Many(cursor, elements * fields.Count, depth);
        return new MatlabStructure(dimensions, fields, [.. values.Chunk(Math.Max(1, fields.Count))]);
    }

    private List<MatlabValue> Many(MatlabCursor cursor, long count, int depth)
    {
        List<MatlabValue> values = [];
        for (var i = 0L; i < count; i++)
        {
            values.Add(Read(cursor.Next(), depth + 1).Value);
        }

        return values;
    }

    private static long Count(int[] dimensions) => dimensions.Aggregate(1L, (product, size) => product > int.MaxValue ? product : product * size);

    private static string Kind(int kind) => kind switch
    {
        5 => "sparse matrix",
        16 => "function handle",
        17 => "object of a class",
        _ => string.Create(CultureInfo.InvariantCulture, $"array of class {kind}"),
    };
}
