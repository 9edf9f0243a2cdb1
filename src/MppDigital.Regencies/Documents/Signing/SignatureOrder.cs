using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Platform.Persistence;

namespace MppDigital.Regencies.Documents.Signing;

/// <summary>
/// A document that was decided and waits for its signer. Number and code are taken with the decision, so that however often it is signed
/// before one signature is stored, it is the same document. One per application and issue, by constraint.
/// </summary>
internal sealed class SignatureOrder : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ApplicationId { get; init; }

    /// <summary>1 for the document of the decision; a replacement counts on.</summary>
    public int Issue { get; init; } = 1;

    public string Number { get; init; } = "";

    /// <summary>Encrypted: it is the key by which anyone can look the document up.</summary>
    public byte[] VerificationCode { get; init; } = [];

    /// <summary>The decision, at which the legal clock stopped; the document is issued when it is signed.</summary>
    public DateTime OrderedAt { get; init; }

    /// <summary>Of the document that it replaces; the end of a first one is reckoned when it is signed.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>The <c>sub</c> of whoever decided, and signs.</summary>
    public string SignerSub { get; private set; } = "";

    public string Signer { get; private set; } = "";

    public string SignerAgency { get; private set; } = "";

    /// <summary><see cref="OrderedAt"/> while it waits, null after.</summary>
    public DateTime? WaitingSince { get; private set; }

    /// <summary>How often it was sent for signature and came back without one.</summary>
    public int Attempts { get; init; }

    /// <summary>Why the last time brought none; empty before the first.</summary>
    public string LastFailure { get; private set; } = "";

    public long Version { get; private set; }

    public static SignatureOrder Of(Guid application, int issue, string number, byte[] code, DateTime at, DateOnly? validUntil, Signature signature) => new()
    {
        ApplicationId = application,
        Issue = issue,
        Number = number,
        VerificationCode = code,
        OrderedAt = at,
        ValidUntil = validUntil,
        SignerSub = signature.Sub,
        Signer = signature.Name,
        SignerAgency = signature.Agency,
        WaitingSince = at,
    };

    /// <summary>By somebody who signs in the place of whoever decided and has left.</summary>
    public void TakeOver(Signature by) => (SignerSub, Signer, SignerAgency) = (by.Sub, by.Name, by.Agency);

    public void Sign() => (WaitingSince, LastFailure) = (null, "");

    /// <summary>Nobody needs it any more: the document it was to replace has been revoked.</summary>
    public void Drop() => WaitingSince = null;
}

internal sealed class SignatureOrderMapping : IEntityTypeConfiguration<SignatureOrder>
{
    public void Configure(EntityTypeBuilder<SignatureOrder> order)
    {
        order.ToTable("signature_orders");
        order.Property(o => o.Id).ValueGeneratedNever();
        order.Property(o => o.Number).HasMaxLength(60);
        order.Property(o => o.SignerSub).HasMaxLength(40);
        order.Property(o => o.Signer).HasMaxLength(150);
        order.Property(o => o.SignerAgency).HasMaxLength(20);
        order.Property(o => o.LastFailure).HasMaxLength(40);
        order.Property(o => o.Version).IsConcurrencyToken();
        order.HasIndex(o => new { o.ApplicationId, o.Issue }).IsUnique();
        order.HasIndex(o => o.Number).IsUnique();
        order.HasIndex(o => new { o.SignerSub, o.WaitingSince });
        order.HasIndex(o => o.WaitingSince);
        order.HasOne<Applications.Application>().WithMany().HasForeignKey(o => o.ApplicationId);
    }
}
