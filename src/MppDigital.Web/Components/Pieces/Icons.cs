namespace MppDigital.Web.Components.Pieces;

/// <summary>Strokes on a grid of 24, drawn for this product.</summary>
public static class Icons
{
    public const string CheckCircle = """<circle cx="12" cy="12" r="9"/><path d="m7.5 12.5 3 3 6-6.5"/>""";
    public const string Services = """<path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z"/>""";
    public const string Check = """<path d="m4 12.5 5 5L20 6.5"/>""";
    public const string Track = """<path d="M5 5h14M5 12h9M5 19h5"/><circle cx="18" cy="17" r="3.5"/><path d="M18 15.5V17l1 .7"/>""";
    public const string Queue = """<path d="M4 7h16v3a2 2 0 0 0 0 4v3H4v-3a2 2 0 0 0 0-4zM14 7v10"/>""";
    public const string Calendar = """<path d="M4 6h16v14H4zM4 10.5h16M8 3.5V7M16 3.5V7"/>""";
    public const string Money = """<path d="M3 6.5h18v11H3z"/><circle cx="12" cy="12" r="2.6"/><path d="M6.5 12v.2M17.5 12v.2"/>""";
    public const string Home = """<path d="M3 11 12 4l9 7M6 9.5V20h12V9.5M10 20v-6h4v6"/>""";
    public const string Person = """<circle cx="12" cy="8" r="4"/><path d="M4 21c1-5 4-7 8-7s7 2 8 7"/>""";
    public const string Eye = """<path d="M2.5 12C5 7.5 8.3 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.8 6.5-9.5 6.5S5 16.5 2.5 12z"/><circle cx="12" cy="12" r="3"/>""";
    public const string Warning = """<path d="M12 3 2 20.5h20zM12 9.5v5M12 17.3v.2"/>""";
    public const string Map = """<path d="m3 6 6-2 6 2 6-2v14l-6 2-6-2-6 2zM9 4v14M15 6v14"/>""";
    public const string Phone = """<path d="M7 2.5h10v19H7zM11 18.5h2"/>""";
    public const string Stethoscope = """<path d="M6 3v5a4 4 0 0 0 8 0V3M10 12v3a5 5 0 0 0 10 0v-2"/><circle cx="20" cy="11" r="2"/>""";
    public const string Leaf = """<path d="M5 19C4 10 9 5 20 4c0 10-4 15-12 14M5 21c1-5 4-8 8-10"/>""";
    public const string Shop = """<path d="M4 9 5.5 4h13L20 9M4 9a2.6 2.6 0 0 0 5.3 0 2.6 2.6 0 0 0 5.4 0A2.6 2.6 0 0 0 20 9M5.5 12v8h13v-8M10 20v-4.5h4V20"/>""";
    public const string ArrowRight = """<path d="M4 12h15M13 6l6 6-6 6"/>""";
    public const string ArrowLeft = """<path d="M20 12H5M11 6l-6 6 6 6"/>""";
    public const string Truck = """<path d="M3 18V8h10v10M13 11h4l4 4v3h-8"/><circle cx="7" cy="18.5" r="2"/><circle cx="17" cy="18.5" r="2"/>""";
    public const string Plus = """<path d="M12 5v14M5 12h14"/>""";
    public const string Shield = """<path d="M12 3 4.5 6v5c0 5 3 8 7.5 10 4.5-2 7.5-5 7.5-10V6zM8.5 12l2.5 2.5 4.5-5"/>""";
    public const string Pin = """<path d="M12 21c-4-5-6.5-8-6.5-11a6.5 6.5 0 0 1 13 0c0 3-2.5 6-6.5 11z"/><circle cx="12" cy="10" r="2.3"/>""";
    public const string Rings = """<circle cx="9" cy="14" r="6"/><circle cx="16" cy="14" r="5.5"/><path d="m7 5 2 3 2-3z"/>""";
    public const string Baby = """<circle cx="12" cy="12" r="8.5"/><path d="M9 11v.2M15 11v.2M9 14.5c1.6 2 4.4 2 6 0M12 3.5c-1.5 1-1.5 2.6 0 3"/>""";
    public const string Search = """<circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.5 21 21"/>""";
    public const string Printer = """<path d="M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z"/>""";
    public const string Cross = """<path d="M6 6l12 12M18 6 6 18"/>""";
    public const string File = """<path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6"/>""";
    public const string Lock = """<path d="M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11"/>""";
    public const string Camera = """<path d="M4 8h4l1.5-3h5L16 8h4v11H4z"/><circle cx="12" cy="13" r="3.5"/>""";
    public const string Speech = """<path d="M4 5h16v11H10l-5 4v-4H4zM8 9h8M8 12.5h5"/>""";
    public const string Horn = """<path d="M4 10v4h3l9 5V5l-9 5zM19 9.5a4 4 0 0 1 0 5M8 14.5V19h2.5"/>""";
    public const string Offline = """<path d="M3 3l18 18M5 12.5a10 10 0 0 1 4-2.4M8.5 16a5 5 0 0 1 6-.8M2 9a14 14 0 0 1 4.5-2.8M11 5c4-.3 8 1.2 11 4M12 19.5v.2"/>""";
    public const string Send = """<path d="M21 3 3 10.5l7 3 3 7z"/><path d="m10 13.5 5-5"/>""";
    public const string Stop = """<circle cx="12" cy="12" r="9"/><path d="M6 6l12 12"/>""";
    public const string Clock = """<circle cx="12" cy="12" r="9"/><path d="M12 6.5V12l4 2.5"/>""";
}
