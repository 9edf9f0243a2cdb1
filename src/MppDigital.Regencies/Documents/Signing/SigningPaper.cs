using System.Security.Cryptography.X509Certificates;
using MppDigital.Regencies.Documents.Pdf;

namespace MppDigital.Regencies.Documents.Signing;

/// <summary>What a stored document says of the signature inside it.</summary>
internal sealed record SignatureFacts(DateTime At, string CertificateSerial, string Algorithm);

/// <summary>A document as it is laid before its signer.</summary>
internal static class SigningPaper
{
    /// <param name="signer">Name of the official or of the seal.</param>
    /// <param name="place">The regency.</param>
    /// <param name="chain">With which it will be signed.</param>
    /// <param name="at">UTC, printed and in the signature.</param>
    public static SignablePdf Of(IssuedDocumentContent content, string signer, string place, IReadOnlyList<X509Certificate2> chain, DateTime at) =>
        IssuedDocumentLayout.Lay(content with { SignedAt = at }).ToSignable(
            new PdfSignatureNote(signer, content.Seal is DocumentSeal.DeemedApproval deemed ? $"Dianggap dikabulkan menurut {deemed.Article}" : $"Menerbitkan {content.Title} nomor {content.Number}", place, at),
            CadesSignature.RoomFor(chain));
}
