using System.Text;
using Voltloop.Core.Problems;
using Voltloop.Health.IngestTelemetry;
using Voltloop.Health.ReadCyclers;
using Voltloop.Health.ReadMatlab;
using Voltloop.Health.ReadParquet;
using Voltloop.Health.ReadTables;

namespace Voltloop.Tests.Unit.Health;

/// <summary>Files and messages that a fuzzing run found to fail without a name, or to end the process.</summary>
public sealed class HostileFileTests
{
    private static readonly byte[] MatlabHead = [.. Encoding.ASCII.GetBytes("MATLAB 5.0 MAT-file".PadRight(124)), 0, 1, (byte)'I', (byte)'M'];

    [Theory]
    [InlineData(0x19)]
    [InlineData(0x1C)]
    public void Parquet_lists_in_lists_do_not_use_up_the_stack(byte head)
    {
        byte[] nested = [.. Enumerable.Repeat(head, 60_000)];
        Should.Throw<InvalidDataException>(() => new ThriftReader(nested).ReadStruct());
        var (file, log) = ((byte[])[.. "PAR1"u8, .. nested, .. BitConverter.GetBytes(nested.Length), .. "PAR1"u8], new FindingLog());
        (CyclerFormats.Find(file)?.Read(file, log)).ShouldBeNull();
    }

    [Fact]
    public void A_matlab_array_without_flags_is_none()
    {
        byte[] array = [6, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 8, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0];
        MatlabFile.Read((byte[])[.. MatlabHead, 14, 0, 0, 0, (byte)array.Length, 0, 0, 0, .. array]).ShouldBeEmpty();
    }

    // The second byte of the packed data asks for a dictionary that nobody has.
    [Fact]
    public void Packed_data_of_matlab_that_needs_a_dictionary_is_refused_by_name() =>
        Refuses(() => MatlabFile.Read((byte[])[.. MatlabHead, 15, 0, 0, 0, 16, 0, 0, 0, .. "x               "u8]));

    [Theory]
    [InlineData("1F8B08000000000000FFFFFFFFFF")]
    [InlineData("1F8B0900000000000000")]
    public async Task A_message_in_damaged_gzip_is_refused_by_name(string hex) =>
        (await Should.ThrowAsync<ProblemException>(() => TelemetryReader.ReadBodyAsync(new MemoryStream(Convert.FromHexString(hex)), CancellationToken.None))).Problem.Kind.ShouldBe(CommonProblems.MalformedInput);

    [Theory]
    [InlineData("{\"messages\":[{\"asset\":\"\",\"sequence\":9999999999999999999}]}")]
    [InlineData("{\"messages\":[{\"asset\":\"\",\"sequence\":1.5}]}")]
    public void A_number_of_a_message_beyond_64_bits_is_refused_by_name(string body) =>
        Should.Throw<ProblemException>(() => TelemetryReader.Read(Encoding.UTF8.GetBytes(body), DateTimeOffset.UnixEpoch)).Problem.Kind.ShouldBe(CommonProblems.MalformedInput);

    [Fact]
    public void A_head_of_a_cycler_that_ends_within_its_names_is_refused_by_name()
    {
        var (text, log) = ("Rec\tStep\tVolts\tES\tDPt Time\0"u8.ToArray(), new FindingLog());
        (CyclerFormats.Find(text)?.Read(text, log)).ShouldBeNull();
    }

    private static void Refuses(Action read) => Should.Throw<ProblemException>(read).Problem.Kind.HttpStatus.ShouldBeInRange(400, 499);
}
