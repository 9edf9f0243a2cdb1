using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform.Secrets;

namespace MppDigital.Platform.Tests.Secrets;

public sealed class SharedDataProtectionTests
{
    private readonly RowsInMemory rows = new();
    private readonly string masterKey = MasterKeyTests.NewSetting();

    [Fact]
    public void What_one_node_protects_another_opens_and_the_row_hides_the_key()
    {
        using var first = Node(masterKey);
        using var second = Node(masterKey);

        var cookie = first.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Protect("isi");

        Assert.Equal("isi", second.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Unprotect(cookie));
        var row = Assert.Single(rows.Read());
        Assert.Contains("<sealed ", row, StringComparison.Ordinal);
        Assert.DoesNotContain("<masterKey", row, StringComparison.Ordinal);
    }

    [Fact]
    public void A_node_with_another_master_key_opens_nothing()
    {
        using var first = Node(masterKey);
        using var stranger = Node(MasterKeyTests.NewSetting());

        var cookie = first.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Protect("isi");

        Assert.ThrowsAny<CryptographicException>(() => stranger.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Unprotect(cookie));
    }

    private ServiceProvider Node(string key) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Secrets:MasterKey", key)]).Build())
        .AddSingleton<IProtectionKeyRows>(rows)
        .AddSecrets()
        .AddSharedDataProtection()
        .BuildServiceProvider();

    /// <summary>The row store belongs to the national database, which Platform does not know; there it is tested as rows.</summary>
    private sealed class RowsInMemory : IProtectionKeyRows
    {
        private readonly List<string> rows = [];

        public IReadOnlyCollection<string> Read() => [.. rows];

        public void Add(string name, string xml) => rows.Add(xml);
    }
}
