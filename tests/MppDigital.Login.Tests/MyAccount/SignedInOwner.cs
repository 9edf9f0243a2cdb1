using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using MppDigital.Login.MyAccount;
using MppDigital.Login.SignIn;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Tests.MyAccount;

/// <summary>A citizen in a browser who looks after the account.</summary>
internal sealed class SignedInOwner(LoginServer server, RegisterAccount citizen, string cookie)
{
    public const string Password = "kuda laut biru 7";

    public RegisterAccount Citizen => citizen;

    public DefaultHttpContext Http => With(cookie);

    public static async Task<SignedInOwner> RegisterAsync(LoginServer server)
    {
        var citizen = Flow.NewCitizen(Password);
        return new SignedInOwner(server, citizen, (await server.RegisterAsync(citizen)).Cookie);
    }

    public static DefaultHttpContext With(string cookie)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = $"mpp-login={cookie}";
        return http;
    }

    public async Task<MyAccountView?> LookAsync() => (await server.DoAsync<DescribeMyAccount, MyAccountView>(new DescribeMyAccount(Http))).Value;

    public Task<Outcome<SignInStep>> SignInAsync(string password = Password) =>
        server.DoAsync<SignInWithPassword, SignInStep>(new SignInWithPassword(citizen.Nik, null, password, null));

    /// <summary>The secret that an authenticator app would hold.</summary>
    public async Task<(byte[] Secret, IReadOnlyList<string> Recovery)> TurnOnTotpAsync()
    {
        var offer = (await server.DoAsync<OfferTotp, TotpOffer>(new OfferTotp(Http, null))).Value!;
        var secret = Decode(offer.Secret);
        var on = await server.DoAsync<TurnOnTotp, NewRecoveryCodes>(new TurnOnTotp(Http, offer.Sealed, CodeOf(secret), Password));
        Assert.True(on.Succeeded, on.Problem?.Code);
        return (secret, on.Value.Codes);
    }

    public string CodeOf(byte[] secret) => Totp.CodeAt(secret, Totp.StepAt(server.Clock.GetUtcNow()));

    public static byte[] Decode(string text)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(Regex.Replace(text, @"\s", "").Select(c => Convert.ToString(Alphabet.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }
}
