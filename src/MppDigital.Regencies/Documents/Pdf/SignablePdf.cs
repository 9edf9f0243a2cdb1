using System.Globalization;
using System.Text;

namespace MppDigital.Regencies.Documents.Pdf;

/// <summary>A file that is whole but for the signature in it.</summary>
internal sealed class SignablePdf
{
    private readonly byte[] file;
    private readonly int gap;
    private readonly int after;
    private readonly int room;

    /// <param name="signatureAt">Where the object of the signature begins.</param>
    /// <param name="room">For the signature, in bytes.</param>
    public SignablePdf(byte[] file, int signatureAt, int room)
    {
        (this.file, this.room) = (file, room);
        gap = Find(PdfSignatureField.Contents, signatureAt) + PdfSignatureField.Contents.Length;
        after = gap + 2 * room + 2;
        var range = string.Create(CultureInfo.InvariantCulture, $"/ByteRange [0 {gap} {after} {file.Length - after}]");
        Encoding.ASCII.GetBytes(range.PadRight(PdfSignatureField.UnknownRange.Length)).CopyTo(file.AsSpan(Find(PdfSignatureField.UnknownRange, signatureAt)));
    }

    /// <summary>All that is signed: everything before and after the signature.</summary>
    public byte[] Content => [.. file.AsSpan(0, gap), .. file.AsSpan(after)];

    /// <param name="signature">CMS, detached.</param>
    /// <exception cref="InvalidOperationException">Longer than the room for it.</exception>
    public byte[] With(ReadOnlySpan<byte> signature)
    {
        if (signature.Length > room) throw new InvalidOperationException($"A signature of {signature.Length} bytes does not fit into {room}.");
        var signed = file.ToArray();
        Encoding.ASCII.GetBytes(Convert.ToHexString(signature)).CopyTo(signed.AsSpan(gap + 1));
        return signed;
    }

    private int Find(string text, int from) => from + file.AsSpan(from).IndexOf(Encoding.ASCII.GetBytes(text));
}
