using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;

namespace MppDigital.National.Tests.Keys;

public sealed class DataProtectionKeysTests(NationalDatabase national) : IClassFixture<NationalDatabase>
{
    [Fact]
    public void Gives_back_the_keys_that_another_node_stored()
    {
        var key = new XElement("key", new XAttribute("id", Guid.NewGuid()), new XElement("value", "a < b & c"));
        new DataProtectionKeys(new Contexts(national)).StoreElement(key, "key-1");

        var read = new DataProtectionKeys(new Contexts(national)).GetAllElements();

        Assert.Contains(read, e => XNode.DeepEquals(e, key));
    }

    private sealed class Contexts(NationalDatabase national) : IDbContextFactory<NationalDbContext>
    {
        public NationalDbContext CreateDbContext() => national.Open();
    }
}
