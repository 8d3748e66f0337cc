using Voltloop.Kernels.SeriesCoding;

namespace Voltloop.Tests.Unit.Record;

/// <summary>How small chunks become, and that the checksum is the published one.</summary>
public sealed class SeriesCodecSizeTests
{
    private const int Samples = 32_768;

    [Theory]
    [InlineData(0)]
    [InlineData(3.7)]
    [InlineData(double.NaN)]
    [InlineData(-0.0)]
    [InlineData(0.1234567890123456)]
    public void A_constant_takes_a_few_bytes(double value) => Size(_ => value).ShouldBeLessThan(32);

    [Fact]
    public void Regular_time_takes_a_few_bytes() => Size(i => 1_700_000_000 + (i * 0.1)).ShouldBeLessThan(Samples);

    [Fact]
    public void Decimal_time_in_even_steps_takes_a_few_bytes() => Size(i => (10_000 + i) / 10.0).ShouldBeLessThan(32);

    [Fact]
    public void A_slow_voltage_in_tenths_of_millivolts_takes_less_than_a_byte_per_sample() =>
        Size(i => Math.Round(3.6 + (0.4 * Math.Sin(i / 2000.0)), 4)).ShouldBeLessThan(Samples);

    [Fact]
    public void Single_precision_numbers_do_not_take_eight_bytes() => Size(i => (float)(3.6 + (0.4 * Math.Sin(i / 2000.0)))).ShouldBeLessThan(3 * Samples);

    [Fact]
    public void Noise_takes_no_more_than_its_eight_bytes_and_a_bit()
    {
        var random = new Random(7);
        Size(_ => BitConverter.Int64BitsToDouble(random.NextInt64())).ShouldBeLessThan((Samples * 8) + (Samples / 32));
    }

    [Fact]
    public void The_checksum_is_crc_32c() => Checksum.Crc32C("123456789"u8).ShouldBe(0xE3069283u);

    [Theory]
    [InlineData(0)]
    [InlineData(SeriesCodec.MaxSamples + 1)]
    public void A_chunk_has_samples_within_the_limit(int count) =>
        Should.Throw<ArgumentOutOfRangeException>(() => SeriesCodec.Encode(new double[count], new byte[10]));

    private static int Size(Func<int, double> sample) =>
        SeriesCodec.Encode([.. Enumerable.Range(0, Samples).Select(sample)], new byte[SeriesCodec.MaxEncodedLength(Samples)]);
}
