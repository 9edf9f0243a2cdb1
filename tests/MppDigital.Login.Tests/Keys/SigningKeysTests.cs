using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MppDigital.Login.Tests.Keys;

public sealed class SigningKeysTests : IAsyncLifetime
{
    private readonly LoginServer server = new();

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Announces_the_next_key_before_it_signs_and_keeps_the_old_one_until_its_tokens_are_gone()
    {
        var first = await SignerAsync();
        Assert.Equal(2, (await PublishedAsync()).Count);

        server.Clock.Advance(TimeSpan.FromDays(77));
        var announced = await PublishedAsync();
        Assert.Equal(4, announced.Count);
        Assert.Equal(first, await SignerAsync());

        server.Clock.Advance(TimeSpan.FromDays(14));
        var second = await SignerAsync();
        Assert.NotEqual(first, second);
        Assert.Contains(second, announced);
        Assert.Contains(first, await PublishedAsync());

        server.Clock.Advance(TimeSpan.FromDays(14));
        Assert.DoesNotContain(first, await PublishedAsync());
    }

    [Fact]
    public async Task Keeps_private_keys_sealed()
    {
        await SignerAsync();
        await using var db = await server.ContextAsync();
        foreach (var key in await db.SigningKeys.AsNoTracking().ToListAsync())
        {
            // Every PKCS#8 key begins as an ASN.1 sequence; a sealed one begins with the version of its key.
            Assert.NotEqual(0x30, key.SealedPrivateKey[0]);
            using var ec = System.Security.Cryptography.ECDsa.Create();
            Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => ec.ImportPkcs8PrivateKey(key.SealedPrivateKey, out _));
        }
    }

    private async Task<string> SignerAsync()
    {
        using var system = new Flow(server, "demo-system");
        using var answer = await system.PostAsync("/token", new() { ["grant_type"] = "client_credentials" });
        return new JsonWebToken((await Flow.ReadAsync(answer)).GetProperty("access_token").GetString()).Kid;
    }

    private async Task<List<string>> PublishedAsync()
    {
        using var http = server.Browser();
        return [.. new JsonWebKeySet(await http.GetStringAsync(new Uri("/jwks", UriKind.Relative))).Keys.Select(k => k.Kid)];
    }
}
