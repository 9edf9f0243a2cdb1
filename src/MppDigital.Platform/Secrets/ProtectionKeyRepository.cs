using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace MppDigital.Platform.Secrets;

internal sealed class ProtectionKeyRepository(IProtectionKeyRows rows) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. rows.Read().Select(xml => XElement.Parse(xml))];

    public void StoreElement(XElement element, string friendlyName) => rows.Add(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
