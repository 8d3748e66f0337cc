using System.Text;

namespace Voltloop.Health.ReadCyclers.Dialects;

/// <summary>Makes one table of the three levels of a Neware export: cycle and step are written in front of every record.</summary>
internal static class NewareLevels
{
    private const int StepFields = 4;

    /// <summary>The flat text; lines of cycles and steps become empty, so that line numbers stay.</summary>
    public static ReadOnlyMemory<byte> Flatten(ReadOnlyMemory<byte> text)
    {
        var flat = new MemoryStream(text.Length * 3 / 2);
        var (cycle, step, hasHeader) = (Array.Empty<byte>(), Array.Empty<byte>(), false);
        for (var rest = text.Span; !rest.IsEmpty;)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = (end < 0 ? rest : rest[..end]).TrimEnd((byte)'\r');
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.StartsWith(",,"u8))
            {
                flat.Write(hasHeader ? [.. cycle, .. step] : "Cycle Index,Step Index,Step Number,Step Type,"u8);
                flat.Write(line[2..]);
                hasHeader = true;
            }
            else if (hasHeader)
            {
                (cycle, step) = Level(line, cycle, step);
            }

            flat.WriteByte((byte)'\n');
        }

        return flat.ToArray();
    }

    // A line that begins with a comma is a step. One that does not is a cycle, and may have its first step behind it.
    private static (byte[] Cycle, byte[] Step) Level(ReadOnlySpan<byte> line, byte[] cycle, byte[] step)
    {
        var fields = Encoding.UTF8.GetString(line).Split(',');
        if (fields[0].Length == 0)
        {
            return (cycle, fields.Length > StepFields ? Front(fields, 1) : step);
        }

        const int CycleFields = 8;
        return (Encoding.UTF8.GetBytes(fields[0] + ","), fields.Length > CycleFields + 2 ? Front(fields, CycleFields) : step);
    }

    private static byte[] Front(string[] fields, int at) => Encoding.UTF8.GetBytes(string.Join(',', fields[at..(at + 3)]) + ",");
}
