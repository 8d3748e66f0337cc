using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Voltloop.Kernels.Tolerances;

/// <summary>
/// Standard normal values for simulations, sixteen at a time: xoshiro128+ (Blackman and Vigna 2021) in sixteen lanes of their
/// own and the transform of Box and Muller in single precision (relative error below 3e-7, largest value 6.7). The same
/// seed gives the same values on every machine.
/// </summary>
public sealed class NormalLanes
{
    /// <summary>Values that are made at a time; lengths are multiples of it.</summary>
    public const int Block = 32;

    private Vector512<uint> _s0;
    private Vector512<uint> _s1;
    private Vector512<uint> _s2;
    private Vector512<uint> _s3;

    /// <summary>A source.</summary>
    /// <param name="seed">Same seed, same values.</param>
    public NormalLanes(ulong seed)
    {
        Span<uint> state = stackalloc uint[64];
        foreach (ref var word in state) word = (uint)(SplitMix(ref seed) >> 32);
        (_s0, _s1, _s2, _s3) = (Vector512.Create<uint>(state), Vector512.Create<uint>(state[16..]), Vector512.Create<uint>(state[32..]), Vector512.Create<uint>(state[48..]));
    }

    /// <summary>Adds <paramref name="scale"/> times a standard normal value to each entry; the length is a multiple of <see cref="Block"/>.</summary>
    public void AddTo(Span<float> sums, float scale)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(sums.Length % Block, 0);
        var lanes = MemoryMarshal.Cast<float, Vector512<float>>(sums);
        // The state stays in registers for the whole loop.
        var (s0, s1, s2, s3) = (_s0, _s1, _s2, _s3);
        var factor = Vector512.Create(scale);
        for (var i = 0; i < lanes.Length; i += 2)
        {
            var radius = Radius(Next(ref s0, ref s1, ref s2, ref s3)) * factor;
            Turn(Next(ref s0, ref s1, ref s2, ref s3), out var cosine, out var sine);
            lanes[i] = Vector512.FusedMultiplyAdd(radius, cosine, lanes[i]);
            lanes[i + 1] = Vector512.FusedMultiplyAdd(radius, sine, lanes[i + 1]);
        }

        (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);
    }

    /// <summary>Uniform values from 0 to 1, both possible; the length is a multiple of 16.</summary>
    public void Uniform(Span<float> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length % 16, 0);
        foreach (ref var lane in MemoryMarshal.Cast<float, Vector512<float>>(values)) lane = Unit(Next(ref _s0, ref _s1, ref _s2, ref _s3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Next(ref Vector512<uint> s0, ref Vector512<uint> s1, ref Vector512<uint> s2, ref Vector512<uint> s3)
    {
        var result = s0 + s3;
        var shifted = s1 << 9;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = (s3 << 11) | (s3 >>> 21);
        return result;
    }

    // 31 bits, moved off zero by half a step.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Unit(Vector512<uint> bits) =>
        Vector512.FusedMultiplyAdd(Vector512.ConvertToSingle((bits >>> 1).AsInt32()), Vector512.Create(1f / 2147483648f), Vector512.Create(1f / 4294967296f));

    // Square root of -2 ln u; the logarithm by exponent and a polynomial of the mantissa around 1 (Moshier's coefficients).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Radius(Vector512<uint> bits)
    {
        var u = Unit(bits).AsInt32();
        var raised = u - Vector512.Create(0x3F3504F3);
        var exponent = Vector512.ConvertToSingle(raised >> 23);
        var m = ((raised & Vector512.Create(0x007FFFFF)) + Vector512.Create(0x3F3504F3)).AsSingle() - Vector512<float>.One;
        var square = m * m;
        var p = Vector512.FusedMultiplyAdd(m, Vector512.Create(7.0376836292E-2f), Vector512.Create(-1.1514610310E-1f));
        p = Vector512.FusedMultiplyAdd(p, m, Vector512.Create(1.1676998740E-1f));
        p = Vector512.FusedMultiplyAdd(p, m, Vector512.Create(-1.2420140846E-1f));
        p = Vector512.FusedMultiplyAdd(p, m, Vector512.Create(1.4249322787E-1f));
        p = Vector512.FusedMultiplyAdd(p, m, Vector512.Create(-1.6668057665E-1f));
        p = Vector512.FusedMultiplyAdd(p, m, Vector512.Create(2.0000714765E-1f));
        p = Vector512.FusedMultiplyAdd(p, m, Vector512.Create(-2.4999993993E-1f));
        p = Vector512.FusedMultiplyAdd(p, m, Vector512.Create(3.3333331174E-1f));
        var logarithm = Vector512.FusedMultiplyAdd(p, square * m, Vector512.FusedMultiplyAdd(square, Vector512.Create(-0.5f), m));
        logarithm = Vector512.FusedMultiplyAdd(exponent, Vector512.Create(0.69314718f), logarithm);
        return Vector512.Sqrt(Vector512.Max(Vector512<float>.Zero, logarithm * Vector512.Create(-2f)));
    }

    // An angle within an eighth of a turn from 29 bits; two bits give signs and one exchanges sine and cosine, which makes the whole turn.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Turn(Vector512<uint> bits, out Vector512<float> cosine, out Vector512<float> sine)
    {
        var a = Vector512.ConvertToSingle((bits << 3).AsInt32()) * Vector512.Create((float)(Math.PI / 4 / 2147483648.0));
        var square = a * a;
        var s = Vector512.FusedMultiplyAdd(square, Vector512.Create(-1.9515295891E-4f), Vector512.Create(8.3321608736E-3f));
        s = Vector512.FusedMultiplyAdd(s, square, Vector512.Create(-1.6666654611E-1f));
        s = Vector512.FusedMultiplyAdd(s, square * a, a);
        var c = Vector512.FusedMultiplyAdd(square, Vector512.Create(2.443315711809948E-5f), Vector512.Create(-1.388731625493765E-3f));
        c = Vector512.FusedMultiplyAdd(c, square, Vector512.Create(4.166664568298827E-2f));
        c = Vector512.FusedMultiplyAdd(c, square, Vector512.Create(-0.5f));
        c = Vector512.FusedMultiplyAdd(c, square, Vector512<float>.One);
        c = (c.AsUInt32() ^ (bits & Vector512.Create(0x80000000u))).AsSingle();
        s = (s.AsUInt32() ^ ((bits << 1) & Vector512.Create(0x80000000u))).AsSingle();
        var swap = ((bits << 2).AsInt32() >> 31).AsSingle();
        cosine = Vector512.ConditionalSelect(swap, s, c);
        sine = Vector512.ConditionalSelect(swap, c, s);
    }

    // SplitMix64 (Steele, Lea and Flood 2014).
    private static ulong SplitMix(ref ulong seed)
    {
        seed += 0x9E3779B97F4A7C15;
        var z = seed;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
