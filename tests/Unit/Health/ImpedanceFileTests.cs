using System.Text;
using Voltloop.Core.Problems;
using Voltloop.Health.AnalyzeImpedance;
using Voltloop.Record.Importing;

namespace Voltloop.Tests.Unit.Health;

public sealed class ImpedanceFileTests
{
    [Theory]
    [InlineData("exampleData.csv", "CSV", 66, 10000.0)]
    [InlineData("exampleDataAutolab.txt", "Autolab (Z60W)", 41, 10000.0)]
    [InlineData("exampleDataBioLogic.mpt", "BioLogic EC-Lab text", 43, 1000.3201)]
    [InlineData("exampleDataCHInstruments.txt", "CH Instruments", 73, 99610.0)]
    [InlineData("exampleDataGamry.DTA", "Gamry DTA", 72, 200015.6)]
    [InlineData("exampleDataGamryABORT.DTA", "Gamry DTA", 72, 200015.6)]
    [InlineData("exampleDataParstat.txt", "Parstat", 31, 10000.0)]
    [InlineData("exampleDataPowersuite.txt", "PowerSuite", 30, 2000000.0)]
    [InlineData("exampleDataVersaStudio.par", "VersaStudio", 61, 100000.0)]
    [InlineData("exampleDataZPlot.z", "ZPlot", 21, 300000.0)]
    [InlineData("exampleDataZPlot_noComments.z", "ZPlot for Windows", 31, 300000.0)]
    public void Each_instrument_is_read(string name, string format, int points, double highest)
    {
        var file = ImpedanceFileReader.Read(Source(name, File.ReadAllBytes(SharedData.Require("health", "eis_impedancepy", name))));
        file.Format.ShouldBe(format);
        file.Spectrum.Count.ShouldBe(points);
        file.Spectrum.Hertz[0].ShouldBe(highest, 1e-6 * highest);
    }

    [Fact]
    public void A_file_without_the_column_of_frequencies_is_refused_by_name() => Should.Throw<ProblemException>(() =>
        ImpedanceFileReader.Read(Source("missing.mpt", File.ReadAllBytes(SharedData.Require("health", "eis_impedancepy", "exampleDataBioLogic_MissingFreq.mpt"))))).Message.ShouldContain("freq/Hz");

    [Fact]
    public void Milliohms_of_a_digatron_become_ohms()
    {
        var name = Directory.GetFiles(SharedData.Require("health", "soc_panasonic18650pf", "25degC", "EIS"), "*.csv").Order(StringComparer.Ordinal).First();
        var file = ImpedanceFileReader.Read(Source("eis.csv", File.ReadAllBytes(name)));
        file.Format.ShouldBe("Digatron EIS");
        file.Spectrum.Hertz[0].ShouldBe(6000, 1);
        file.Spectrum.Ohm[0].Real.ShouldBeInRange(0.01, 0.05);
    }

    [Fact]
    public void A_biologic_file_turns_minus_the_imaginary_part_round()
    {
        var file = Read("EC-Lab ASCII FILE\nNb header lines : 3\nfreq/Hz\tRe(Z)/Ohm\t-Im(Z)/Ohm\n" + string.Concat(Enumerable.Range(1, 8).Select(i => $"{i}\t2\t0.5\n")));
        file.Spectrum.Ohm[0].Imaginary.ShouldBe(-0.5);
    }

    [Fact]
    public void Rows_that_are_no_points_are_counted_and_left_out()
    {
        var file = Read("1,2,-1\n2,2,-1\n2,3,-1\n3,2,-1\n4,2,-1\n5,2,-1\n0,2,0\n6,NaN,1\n");
        file.Spectrum.Count.ShouldBe(5);
        file.Notes.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("", "usable points")]
    [InlineData("1,2,-1\n2,2,-1\n", "2 usable points")]
    [InlineData("hello\nworld\n", "Line 2")]
    [InlineData("1,2\n2,3\n3,4\n", "Line 2")]
    [InlineData("EXPLAIN\nTAG\tEISPOT\nnothing else\n", "no line names the columns")]
    [InlineData("1\0\0\02", "binary")]
    public void What_is_no_spectrum_is_refused_with_the_reason(string text, string reason) =>
        Should.Throw<ProblemException>(() => Read(text)).Message.ShouldContain(reason);

    [Fact]
    public void An_analysis_says_what_is_valid_what_is_determined_and_what_is_too_much()
    {
        var file = ImpedanceFileReader.Read(Source("cell.csv", File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "eis", "cell.csv"))));
        var result = ImpedanceAnalysis.Of(file, new ImpedanceRequest(), TestContext.Current.CancellationToken);
        result.Validity.IsValid.ShouldBeTrue();
        result.Circuit.RelativeRmsPercent.ShouldBeLessThan(2);
        result.Relaxation!.Peaks.ShouldNotBeEmpty();
        Refused(file, new ImpedanceRequest("R0-p(R1"), "not closed");
        Refused(file, new ImpedanceRequest(Weight: "heavy"), "no weighting");
        Refused(file, new ImpedanceRequest(string.Join('-', Enumerable.Range(0, 40).Select(i => "R" + i))), "MaxParameters");
    }

    private static void Refused(ImpedanceFile file, ImpedanceRequest request, string reason) =>
        Should.Throw<ProblemException>(() => ImpedanceAnalysis.Of(file, request, TestContext.Current.CancellationToken)).Message.ShouldContain(reason);

    private static ImpedanceFile Read(string text) => ImpedanceFileReader.Read(Source("file.txt", Encoding.UTF8.GetBytes(text)));

    private static ImportSource Source(string name, byte[] bytes) => new(name, bytes, "");
}
