using System.Buffers.Binary;
using System.Text;
using Voltloop.Core.Problems;
using Voltloop.Health.ReadMatlab;

namespace Voltloop.Tests.Unit.Health;

public sealed class MatlabFileTests
{
    // Written by scipy.io.savemat 1.10 with do_compression: every type of number, text, cells, a structure in a structure.
    private const string Packed =
        "TUFUTEFCIDUuMCBNQVQtZmlsZSBQbGF0Zm9ybTogcG9zaXgsIENyZWF0ZWQgb246IFN1biBOb3YgMjIgMjA6MDY6NTAgMjAyNgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" +
        "AAAAAAAAAAAAAAAAABSU0PAAAAQgAAAHic42NgYEgAYjYg5oDSIMAK5TMBMTMQMwLJlKQcBk4g24ABBn7YQ2gBBwjNdABCizhEfv5xSD5vKSNUXT0AG2UKUQ8AAAAuAAAAeJzjY2BgsABiNiDmAGJ2" +
        "BghghfKZgJgRjJkZitNzwPIcYBUH7BkYFBwANwIDJA8AAAAmAAAAeJzjY2BgMABiNiDmgGIQYIWyGYGYCUwzMWRaQOiGegYGAB2ZAgsPAAAAKQAAAHic42NgYDAAYjYg5gBiTgYIYIXyGYGYCUwzMZ" +
        "RagNhA3n8GBgAd2QIZDwAAACsAAAB4nONjYGAwAGI2IOYAYi4GCGCF8hmBmAlMMzNkGpoBSRYGhob/9QAgYgNADwAAACoAAAB4nONjYGAwAGI2IOYAYm4GCGCF8hnhmJmh1NCMgYWBieH/fwYGACP+" +
        "A0sPAAAAJwAAAHic42NgYDAAYjYg5gBiHgYIYIXyGeGYmSHT2AgozgKSbgAAHR8Bww8AAAAoAAAAeJzjY2BgMABiNiDmAGJeBghghfIZ4ZiZodTYCKiOheE/EAAAJ1UFTQ8AAAApAAAAeJzjY2BgsA" +
        "BiNiDmAGI+BghghfIZ4ZiZIdPMhIEHKg4BD/4DACyrAzwPAAAAKAAAAHic42NgYLAAYjYg5gBifgYIYIXyGeGYmaHUzISBFyoOAQoMACtcAYsPAAAALAAAAHic42NgYPAAYjYg5gDRIAIIWKF8Rjhm" +
        "YUguyKnghIpDwAd7VD6DAwB4dwPPDwAAADAAAAB4nONjYGCwAGI2IOYAYhYGCGCF8pmAmBmIGYFkSUUJgwBUbWJKUmqyAgMDAD7DA/QPAAAARQAAAHic42NgYFgBxGxAzAHEjAwQwIrEZ4LSILHk1J" +
        "ycYiDNB8QWSPrYsOhjRDKPEyoOAR/sQfoNkPSzENAvAGRVAGkAIcoFgg8AAAByAAAAeJzjY2BgEGBkYGAD0hxAzMQAAaxQPiMcszDkpiYWswJpmLgAEIfl55QkpqcyeOblpRYB+XxA7MCAMI8NzTwm" +
        "JDNBgBNqThoYCDicPQMCAg4gcyoYiHEXTJwFajYTQzbUHRZ43IGunxMqDgEyDgDpuhEpDwAAACcAAAB4nONjYGAwAGI2IOYAYk4mBjBghfIZ4ZiFIS0nMZ0JyALxASQhAgoPAAAAJQAAAHic42NgYL" +
        "AAYjYg5oDSIMAK5cMAI1QsNbegpBJIc0LFATX/AqY=";

    private static readonly byte[] Bytes = Convert.FromBase64String(Packed);

    private static readonly IReadOnlyDictionary<string, MatlabValue> File = MatlabFile.Read(Bytes);

    [Theory]
    [InlineData("dbl", new[] { 1.5, 4, -2.25, 5, 1e-300, double.NaN })]
    [InlineData("sgl", new[] { 1.5, 2.5 })]
    [InlineData("i8", new[] { -128.0, 127 })]
    [InlineData("u8", new[] { 0.0, 255 })]
    [InlineData("i16", new[] { -32768.0, 32767 })]
    [InlineData("u16", new[] { 65535.0 })]
    [InlineData("i32", new[] { -2147483648.0 })]
    [InlineData("u32", new[] { 4294967295.0 })]
    [InlineData("i64", new[] { -9007199254740992.0 })]
    [InlineData("u64", new[] { 9007199254740992.0 })]
    [InlineData("flag", new[] { 1.0 })]
    [InlineData("empty", new double[0])]
    public void Numbers_of_every_type_are_read_in_column_order(string name, double[] expected) => File[name].Numbers.ShouldBe(expected);

    [Fact]
    public void Complex_numbers_texts_cells_and_structures_are_read()
    {
        var complex = File["cplx"].ShouldBeOfType<MatlabNumbers>();
        (complex.Real[0], complex.Imaginary![0]).ShouldBe((1, 2));
        File["txt"].ShouldBeOfType<MatlabText>().Rows.ShouldBe(["abc", "de"]);
        File["cells"].ShouldBeOfType<MatlabCells>().Items[0].Numbers.ShouldBe([1.0]);
        File["meas"].Field("Voltage").Numbers.ShouldBe([4.1, 4.2]);
        File["meas"].Field("Voltage").Dimensions.ShouldBe([2, 1]);
        File["meas"].Field("Inner").Field("k").Numbers.ShouldBe([7.0]);
    }

    [Fact]
    public void A_field_that_is_not_there_is_named() =>
        Should.Throw<ProblemException>(() => File["meas"].Field("Current")).Problem.Kind.ShouldBe(MatlabProblems.FieldMissing);

    [Fact]
    public void Every_cut_of_a_file_is_refused_by_name_or_ends_between_two_variables()
    {
        for (var length = 0; length < Bytes.Length; length++)
        {
            var cut = Bytes[..length];
            try
            {
                MatlabFile.Read(cut).Count.ShouldBeLessThan(File.Count);
            }
            catch (ProblemException problem)
            {
                problem.Problem.Kind.Code.ShouldStartWith("matlab-");
            }
        }
    }

    [Fact]
    public void Every_changed_byte_is_read_or_refused_by_name()
    {
        for (var at = 0; at < Bytes.Length; at++)
        {
            var changed = Bytes.ToArray();
            changed[at] ^= 0x5A;
            Try(changed);
        }
    }

    [Fact]
    public void Lengths_and_dimensions_that_cannot_be_are_refused()
    {
        Refuse(Uncompressed(14, 0xFFFFFFF0), MatlabProblems.Damaged);
        Refuse(Uncompressed(99, 8), MatlabProblems.Damaged);
        Refuse(new byte[10], MatlabProblems.Damaged);
        Refuse(new byte[200], MatlabProblems.NotVersion5);
        var hdf = Encoding.ASCII.GetBytes("MATLAB 7.3 MAT-file".PadRight(200));
        Refuse(hdf, MatlabProblems.NotVersion5);
    }

    [Fact]
    public void Recordings_of_the_panasonic_cell_read_as_scipy_reads_them()
    {
        var path = SharedData.Require("health", "soc_panasonic18650pf", "25degC", "Drive cycles", "03-20-17_01.43 25degC_US06_Pan18650PF.mat");
        var meas = MatlabFile.Read(System.IO.File.ReadAllBytes(path))["meas"];
        (string Name, double First, double Last, double Sum)[] scipy =
        [
            ("Time", 0, 4818.869999796152, 115800504.31151502), ("Voltage", 4.17802, 3.34114, 173411.63375), ("Current", -0.01062, 0, -93108.41538),
            ("Ah", 0, -2.58596, -63936.41253999999), ("Wh", 0, -8.86022, -228180.71003000002), ("Battery_Temp_degC", 25.61949, 28.99316, 1416805.62151),
        ];
        foreach (var (name, first, last, sum) in scipy)
        {
            var numbers = meas.Field(name).Numbers;
            numbers.Length.ShouldBe(48_061);
            (numbers[0], numbers[^1]).ShouldBe((first, last));
            numbers.Sum().ShouldBe(sum, 1e-9 * Math.Abs(sum));
        }

        meas.Field("TimeStamp").ShouldBeOfType<MatlabCells>().Items[0].ShouldBeOfType<MatlabText>().Rows[0].ShouldBe("3/20/2017 1:43:49 AM");
    }

    private static byte[] Uncompressed(uint type, uint length)
    {
        var bytes = Bytes[..128].Concat(new byte[64]).ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(128), type);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(132), length);
        return bytes;
    }

    private static void Refuse(byte[] bytes, ProblemKind kind) => Should.Throw<ProblemException>(() => MatlabFile.Read(bytes)).Problem.Kind.ShouldBe(kind);

    private static void Try(byte[] bytes)
    {
        try
        {
            MatlabFile.Read(bytes);
        }
        catch (ProblemException problem)
        {
            problem.Problem.Kind.Code.ShouldStartWith("matlab-");
        }
    }
}
