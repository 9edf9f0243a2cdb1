using System.Globalization;
using System.Security;

namespace MppDigital.Regencies.Documents.Pdf;

/// <summary>The document's own description of itself, in the form that libraries and archives read.</summary>
internal static class XmpPacket
{
    public static string Of(PdfDocumentDetails details)
    {
        var date = details.CreatedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
              <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
                  <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{Escape(details.Title)}</rdf:li></rdf:Alt></dc:title>
                  <dc:creator><rdf:Seq><rdf:li>{Escape(details.Author)}</rdf:li></rdf:Seq></dc:creator>
                  <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{Escape(details.Subject)}</rdf:li></rdf:Alt></dc:description>
                  <dc:language><rdf:Bag><rdf:li>{Escape(details.Language)}</rdf:li></rdf:Bag></dc:language>
                  <dc:format>application/pdf</dc:format>
                  <xmp:CreatorTool>MPP Digital</xmp:CreatorTool>
                  <xmp:CreateDate>{date}</xmp:CreateDate>
                  <xmp:ModifyDate>{date}</xmp:ModifyDate>
                  <pdf:Producer>MPP Digital</pdf:Producer>
                </rdf:Description>
              </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """;
    }

    private static string Escape(string text) => SecurityElement.Escape(new string([.. text.Where(c => c >= ' ')]));
}
