using System.Globalization;
using System.IO.Compression;
using System.Text;
using Voltloop.Core.Problems;

namespace Voltloop.Health.ReadMatlab;

/// <summary>
/// Reads MAT files of version 5 (MathWorks, MAT-File Format, R2024a: saved with -v6, or with -v7, whose variables are
/// compressed with zlib). Files of version 4 and 7.3 (HDF5) are refused by name.
/// </summary>
internal static class MatlabFile
{
    private const int HeaderBytes = 128;
    private const int VersionAt = 124;
    private const int EndianAt = 126;

    /// <summary>True when the bytes begin like a MAT file of version 5.</summary>
    public static bool Recognises(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= HeaderBytes && Endian(bytes) is { } big && bytes[big ? VersionAt : VersionAt + 1] == 1;

    /// <summary>The variables of a file, by name.</summary>
    /// <exception cref="ProblemException">Not a MAT file of version 5, damaged, or beyond a limit.</exception>
    public static IReadOnlyDictionary<string, MatlabValue> Read(ReadOnlyMemory<byte> bytes)
    {
        var bigEndian = CheckHeader(bytes.Span);
        var cursor = new MatlabCursor(bytes[HeaderBytes..], bigEndian);
        var reader = new MatlabArrayReader(bigEndian);
        var variables = new Dictionary<string, MatlabValue>(StringComparer.Ordinal);
        while (!cursor.AtEnd)
        {
            var (name, value) = reader.Read(Unpack(cursor.Next(), bigEndian));
            if (name.Length > 0)
            {
                variables[name] = value;
            }
        }

        return cursor.Rest == 0 ? variables : throw MatlabProblems.At(bytes.Length, "The file ends within a part.");
    }

    private static bool CheckHeader(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderBytes)
        {
            throw new ProblemException(MatlabProblems.Damaged, string.Create(CultureInfo.InvariantCulture, $"The file has {bytes.Length} bytes; its header alone takes {HeaderBytes}."));
        }

        if (Encoding.Latin1.GetString(bytes[..20]).StartsWith("MATLAB 7.3", StringComparison.Ordinal))
        {
            throw new ProblemException(MatlabProblems.NotVersion5, "The file was saved with -v7.3 (HDF5).", remedy: "Save it again in MATLAB with -v7.");
        }

        if (!Recognises(bytes))
        {
            throw new ProblemException(MatlabProblems.NotVersion5, "The header is not that of a MATLAB file of version 5.", remedy: "Save it in MATLAB with -v7.");
        }

        return Endian(bytes)!.Value;
    }

    // The characters MI, written as a 16-bit number.
    private static bool? Endian(ReadOnlySpan<byte> bytes) => (bytes[EndianAt], bytes[EndianAt + 1]) switch
    {
        ((byte)'I', (byte)'M') => false,
        ((byte)'M', (byte)'I') => true,
        _ => null,
    };

    private static MatlabElement Unpack(MatlabElement element, bool bigEndian) => element.Type == MatlabElementType.Compressed
        ? new MatlabCursor(Inflate(element), bigEndian).Next() with { Offset = element.Offset }
        : element;

    private static ReadOnlyMemory<byte> Inflate(MatlabElement element)
    {
        using var packed = new ZLibStream(new MemoryStream(element.Data.ToArray(), writable: false), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        var piece = new byte[81920];
        try
        {
            for (int read; (read = packed.Read(piece)) > 0;)
            {
                unpacked.Write(piece, 0, read);
                if (unpacked.Length > MatlabLimits.VariableBytes)
                {
                    throw new ProblemException(MatlabProblems.TooLarge, $"A variable takes more than {MatlabLimits.VariableBytes} bytes (MatlabLimits.VariableBytes).");
                }
            }
        }
        catch (Exception damaged) when (damaged is InvalidDataException or IOException)
        {
            throw new ProblemException(new Problem(MatlabProblems.Damaged, $"The compressed data is damaged: {damaged.Message}"), damaged);
        }

        return unpacked.GetBuffer().AsMemory(0, (int)unpacked.Length);
    }
}
