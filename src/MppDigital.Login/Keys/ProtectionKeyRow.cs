using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Platform.Secrets;

namespace MppDigital.Login.Keys;

/// <summary>A key of the cookies of all hosts; its secret part is sealed by the master key.</summary>
internal sealed class ProtectionKeyRow
{
    private ProtectionKeyRow()
    {
    }

    public string Name { get; private set; } = "";

    public string Xml { get; private set; } = "";

    public static ProtectionKeyRow Of(string name, string xml) => new() { Name = name, Xml = xml };
}

internal sealed class ProtectionKeyRowMapping : IEntityTypeConfiguration<ProtectionKeyRow>
{
    public void Configure(EntityTypeBuilder<ProtectionKeyRow> builder)
    {
        builder.ToTable("ProtectionKeys");
        builder.HasKey(k => k.Name);
        builder.Property(k => k.Name).HasMaxLength(100);
        builder.Property(k => k.Xml).HasMaxLength(4000);
    }
}

internal sealed class ProtectionKeyRows(IDbContextFactory<LoginDbContext> contexts) : IProtectionKeyRows
{
    public IReadOnlyCollection<string> Read()
    {
        using var db = contexts.CreateDbContext();
        return [.. db.ProtectionKeys.AsNoTracking().OrderBy(k => k.Name).Select(k => k.Xml).Take(1000)];
    }

    public void Add(string name, string xml)
    {
        using var db = contexts.CreateDbContext();
        db.ProtectionKeys.Add(ProtectionKeyRow.Of(name, xml));
        db.SaveChanges();
    }
}
