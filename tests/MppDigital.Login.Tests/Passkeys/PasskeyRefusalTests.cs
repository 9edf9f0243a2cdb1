using Microsoft.AspNetCore.Http;
using MppDigital.Login.Passkeys;
using MppDigital.Login.SignIn;
using MppDigital.Login.Tests.MyAccount;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Tests.Passkeys;

/// <summary>What no device of an owner sends. That real passkeys work is shown with a browser.</summary>
public sealed class PasskeyRefusalTests(LoginServer server) : IClassFixture<LoginServer>
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"id":"AAAA","rawId":"AAAA","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"e30","authenticatorData":"AAAA","signature":"AAAA","userHandle":"AAAA"}}""")]
    public async Task Takes_no_answer_that_is_none(string? credential)
    {
        var offer = (await server.DoAsync<OfferPasskeySignIn, PasskeyOffer>(new OfferPasskeySignIn(Request()))).Value!;

        var step = await server.DoAsync<SignInWithPasskey, SignInStep>(new SignInWithPasskey(Request(), offer.Handle, credential));

        Assert.Equal("passkey-not-taken", step.Problem?.Code);
    }

    [Fact]
    public async Task Makes_no_passkey_from_nonsense_or_without_the_password_and_names_the_field()
    {
        var owner = await SignedInOwner.RegisterAsync(server);

        Assert.Contains("/password", (await AddAsync(owner, "HP saya", "bukan sandi saya", "{}")).Problem!.Errors.Keys);
        Assert.Contains("/name", (await AddAsync(owner, " ", SignedInOwner.Password, "{}")).Problem!.Errors.Keys);
        Assert.Equal("passkey-not-taken", (await AddAsync(owner, "HP saya", SignedInOwner.Password, "{}")).Problem?.Code);
        Assert.Empty((await server.DoAsync<ListPasskeys, MyPasskeys>(new ListPasskeys(owner.Http))).Value!.Items);
    }

    [Fact]
    public async Task Offers_a_challenge_that_names_nobody_and_is_bound_to_the_login_host()
    {
        var (first, second) = (await OfferAsync(), await OfferAsync());

        Assert.Contains("\"rpId\":\"login.mpp.localhost\"", first.Options, StringComparison.Ordinal);
        Assert.Contains("\"userVerification\":\"required\"", first.Options, StringComparison.Ordinal);
        Assert.NotEqual(first.Options, second.Options);
    }

    [Fact]
    public async Task Shows_no_passkeys_to_strangers()
    {
        Assert.Equal("sign-in-expired", (await server.DoAsync<ListPasskeys, MyPasskeys>(new ListPasskeys(Request()))).Problem?.Code);
        Assert.Equal("sign-in-expired", (await server.DoAsync<OfferPasskey, PasskeyOffer>(new OfferPasskey(Request()))).Problem?.Code);
        var owner = await SignedInOwner.RegisterAsync(server);
        Assert.Equal("passkey-gone", (await server.DoAsync<ChangePasskey, Done>(new ChangePasskey(owner.Http, "AAAA", "x", null))).Problem?.Code);
    }

    private static DefaultHttpContext Request()
    {
        var http = new DefaultHttpContext();
        http.Request.Scheme = "http";
        http.Request.Host = new HostString("login.mpp.localhost", 5080);
        return http;
    }

    private async Task<PasskeyOffer> OfferAsync() => (await server.DoAsync<OfferPasskeySignIn, PasskeyOffer>(new OfferPasskeySignIn(Request()))).Value!;

    private async Task<Outcome<Done>> AddAsync(SignedInOwner owner, string name, string password, string credential)
    {
        var offer = (await server.DoAsync<OfferPasskey, PasskeyOffer>(new OfferPasskey(owner.Http))).Value!;
        return await server.DoAsync<AddPasskey, Done>(new AddPasskey(owner.Http, offer.Handle, credential, name, password));
    }
}
