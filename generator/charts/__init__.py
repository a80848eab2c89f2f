"""Pictures drawn at build time: pure functions from data to small drawings that templates show.

A drawing says where its marks stand, never how they look. Across it is measured in hundredths of
the width from the inline start, so that the same drawing is composed for either direction of
writing and fits any width; down it is measured in pixels, as text is. Labels are placed for the
narrowest screen (:data:`generator.charts.lettering.NARROWEST`): wider ones only part them.

Each drawing has a title that says in words what it shows. Where there is too little to draw,
there is only the title.
"""
