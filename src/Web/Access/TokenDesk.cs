using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;

namespace Voltloop.Web.Access;

/// <summary>Recognises the tokens of the configured issuers (JWT, RFC 7519; hardened after RFC 8725).</summary>
/// <param name="settings">The issuers.</param>
/// <param name="clock">Age of the keys.</param>
public sealed class TokenDesk(AccessSettings settings, TimeProvider clock)
{
    /// <summary>Longest token, in characters.</summary>
    public const int MaxLength = 16 * 1024;

    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);
    private static readonly string[] Algorithms = ["ES256", "ES384", "ES512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512"];
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = MaxLength };

    private readonly (IssuerSettings Settings, IssuerKeys Keys)[] _issuers = [.. settings.Issuers.Select(i => (i, new IssuerKeys(i, clock)))];

    /// <summary>The actor that a token names.</summary>
    /// <exception cref="ProblemException">One of <see cref="AccessProblems"/>, by what is wrong with the token.</exception>
    public async Task<Actor> RecogniseAsync(string text, CancellationToken cancellation)
    {
        var token = Read(text);
        var (issuer, keys) = Find(token.Issuer);
        var claims = await CheckAsync(token, (issuer, keys), issuer.Audience, cancellation);
        var rules = new IssuerRules(issuer, settings.Keeper);
        return rules.ToActor(rules.Read(claims), "token")!;
    }

    /// <summary>What an ID token of a browser's sign-in says (OpenID Connect Core 1.0, 3.1.3.7).</summary>
    /// <param name="text">The token.</param>
    /// <param name="issuer">The issuer that was asked.</param>
    /// <param name="nonce">The nonce that was sent.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ProblemException">One of <see cref="AccessProblems"/>, by what is wrong with the token.</exception>
    public async Task<IssuerClaims> ReadIdTokenAsync(string text, string issuer, string nonce, CancellationToken cancellation)
    {
        var token = Read(text);
        var (asked, keys) = Find(issuer);
        var claims = await CheckAsync(token, (asked, keys), asked.ClientId!, cancellation);
        var isForUs = token.Audiences.Count() == 1 || string.Equals(token.Azp, asked.ClientId, StringComparison.Ordinal);
        if (!isForUs) throw new ProblemException(AccessProblems.TokenAudience, "The token was issued to another client.");
        return string.Equals(claims.FindFirst("nonce")?.Value, nonce, StringComparison.Ordinal)
            ? new IssuerRules(asked, settings.Keeper).Read(claims)
            : throw new ProblemException(AccessProblems.BadToken, "The token answers another sign-in: its nonce is not the one that was sent.");
    }

    /// <summary>What an issuer publishes of itself.</summary>
    /// <exception cref="ProblemException"><see cref="AccessProblems.BadToken"/>: the issuer is not configured or cannot be reached.</exception>
    internal Task<OpenIdConnectConfiguration> DiscoverAsync(string issuer, CancellationToken cancellation)
    {
        var (asked, keys) = Find(issuer);
        return FetchAsync(asked, keys, null, cancellation);
    }

    private (IssuerSettings Settings, IssuerKeys Keys) Find(string issuer) =>
        Array.Find(_issuers, known => string.Equals(known.Settings.Issuer, issuer, StringComparison.Ordinal)) is { Settings: not null } found
            ? found : throw new ProblemException(AccessProblems.BadToken, "The token's issuer is not configured here.");

    private static async Task<ClaimsIdentity> CheckAsync(JsonWebToken token, (IssuerSettings Settings, IssuerKeys Keys) issuer, string audience, CancellationToken cancellation)
    {
        if (!Algorithms.Contains(token.Alg, StringComparer.Ordinal)) throw new ProblemException(AccessProblems.TokenAlgorithm, $"\"{token.Alg}\" is not one of {string.Join(", ", Algorithms)}.");
        var result = await ValidateAsync(token.EncodedToken, issuer, audience, cancellation);
        return result.IsValid ? result.ClaimsIdentity : throw Name(result.Exception);
    }

    private static JsonWebToken Read(string text)
    {
        try
        {
            return text.Length <= MaxLength ? new JsonWebToken(text) : throw new ArgumentException("The token is too long.", nameof(text));
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException or FormatException)
        {
            throw new ProblemException(new Problem(AccessProblems.BadToken, "The credential is neither an API key nor a JWT."), e);
        }
    }

    private static async Task<TokenValidationResult> ValidateAsync(string text, (IssuerSettings Settings, IssuerKeys Keys) issuer, string audience, CancellationToken cancellation)
    {
        var configuration = await FetchAsync(issuer.Settings, issuer.Keys, null, cancellation);
        var result = await Handler.ValidateTokenAsync(text, Parameters(issuer.Settings, audience, configuration));
        if (result.IsValid || result.Exception is not SecurityTokenSignatureKeyNotFoundException) return result;
        var newer = await FetchAsync(issuer.Settings, issuer.Keys, configuration, cancellation);
        return ReferenceEquals(newer, configuration) ? result : await Handler.ValidateTokenAsync(text, Parameters(issuer.Settings, audience, newer));
    }

    private static async Task<OpenIdConnectConfiguration> FetchAsync(IssuerSettings issuer, IssuerKeys keys, OpenIdConnectConfiguration? notBefore, CancellationToken cancellation)
    {
        try
        {
            return await keys.GetAsync(notBefore, cancellation);
        }
        catch (Exception e) when (e is IOException or HttpRequestException or InvalidOperationException or ArgumentException)
        {
            throw new ProblemException(new Problem(AccessProblems.BadToken, $"The keys of {issuer.Issuer} cannot be fetched."), e);
        }
    }

    private static TokenValidationParameters Parameters(IssuerSettings issuer, string audience, OpenIdConnectConfiguration configuration) => new()
    {
        ValidIssuer = issuer.Issuer,
        ValidAudience = audience,
        ValidAlgorithms = Algorithms,
        IssuerSigningKeys = configuration.SigningKeys,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ValidateIssuerSigningKey = true,
        TryAllIssuerSigningKeys = false,
        ClockSkew = Skew,
    };

    private static ProblemException Name(Exception error) => new(
        new Problem(
            error switch
            {
                SecurityTokenExpiredException => AccessProblems.TokenExpired,
                SecurityTokenNotYetValidException => AccessProblems.TokenNotYetValid,
                SecurityTokenInvalidAudienceException => AccessProblems.TokenAudience,
                SecurityTokenInvalidAlgorithmException => AccessProblems.TokenAlgorithm,
                SecurityTokenInvalidSignatureException => AccessProblems.TokenSignature,
                _ => AccessProblems.BadToken,
            },
            "The token was refused."),
        error);
}
