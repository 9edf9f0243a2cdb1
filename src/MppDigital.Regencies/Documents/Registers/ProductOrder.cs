using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Platform.Persistence;

namespace MppDigital.Regencies.Documents.Registers;

/// <summary>
/// A product that a register is asked to make, from the decision until it is here. One per application and issue, by constraint; those two are
/// the key under which the register makes it once, however often it is asked.
/// </summary>
internal sealed class ProductOrder : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ApplicationId { get; init; }

    /// <summary>1 for the product of the decision; a replacement counts on.</summary>
    public int Issue { get; init; } = 1;

    public DateTime OrderedAt { get; init; }

    /// <summary>The official who decided, as the register prints it.</summary>
    public string Signer { get; init; } = "";

    public string SignerAgency { get; init; } = "";

    /// <summary><see cref="OrderedAt"/> while the register owes it, null after: its age is the alarm.</summary>
    public DateTime? WaitingSince { get; private set; }

    /// <summary>How often the register was asked and gave nothing.</summary>
    public int Attempts { get; private set; }

    /// <summary>Why the last time gave nothing; empty before the first.</summary>
    public string LastFailure { get; private set; } = "";

    /// <summary>Encrypted: what the register said besides, for other applications of the same life event; empty when nothing.</summary>
    public byte[] Facts { get; private set; } = [];

    public long Version { get; private set; }

    public static ProductOrder Of(Guid application, int issue, Signature signature, DateTime at) =>
        new() { ApplicationId = application, Issue = issue, Signer = signature.Name, SignerAgency = signature.Agency, OrderedAt = at, WaitingSince = at };

    public void Miss(string why) => (Attempts, LastFailure) = (Attempts + 1, why);

    public void Arrive(byte[] facts) => (WaitingSince, LastFailure, Facts) = (null, "", facts);

    /// <summary>Nobody needs it any more: the document it was to replace has been revoked.</summary>
    public void Drop() => WaitingSince = null;
}

internal sealed class ProductOrderMapping : IEntityTypeConfiguration<ProductOrder>
{
    public void Configure(EntityTypeBuilder<ProductOrder> order)
    {
        order.ToTable("product_orders");
        order.Property(o => o.Id).ValueGeneratedNever();
        order.Property(o => o.Signer).HasMaxLength(150);
        order.Property(o => o.SignerAgency).HasMaxLength(20);
        order.Property(o => o.LastFailure).HasMaxLength(30);
        order.Property(o => o.Version).IsConcurrencyToken();
        order.HasIndex(o => new { o.ApplicationId, o.Issue }).IsUnique();
        order.HasIndex(o => o.WaitingSince);
        order.HasOne<Applications.Application>().WithMany().HasForeignKey(o => o.ApplicationId);
    }
}
