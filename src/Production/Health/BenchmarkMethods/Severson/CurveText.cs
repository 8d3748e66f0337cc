using System.Buffers.Text;
using Voltloop.Core.Problems;
using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Health.BenchmarkMethods.Severson;

/// <summary>Reads a table of numbers: one line per voltage, one column per cycle, separated by commas.</summary>
internal static class CurveText
{
    /// <summary>Fills the matrix, which has one row per cycle.</summary>
    /// <exception cref="ProblemException">The text has another shape, or something that is no number.</exception>
    public static void Read(ReadOnlySpan<byte> text, Matrix curves, string name)
    {
        for (var voltage = 0; voltage < curves.Columns; voltage++)
        {
            for (var cycle = 0; cycle < curves.Rows; cycle++)
            {
                if (!Utf8Parser.TryParse(text, out double value, out var used) || used == 0) throw Wrong(name, voltage, cycle);
                curves[cycle, voltage] = value;
                text = text[used..];
                var isLast = cycle == curves.Rows - 1;
                if (isLast) text = text.TrimStart("\r\n"u8);
                else if (text.IsEmpty || text[0] != ',') throw Wrong(name, voltage, cycle);
                else text = text[1..];
            }
        }
    }

    private static ProblemException Wrong(string name, int voltage, int cycle) =>
        new(CommonProblems.MalformedInput, $"Line {voltage + 1}, column {cycle + 1} is not a number of a table of 1000 lines and 99 columns.", name);
}
